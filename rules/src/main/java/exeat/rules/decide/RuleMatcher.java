package exeat.rules.decide;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which rules match. Every rule of every table is a bit; each value class of each fact has the set
 * of rules that it leaves possible; a case's rules are the intersection. Rules that cannot match
 * cost nothing of their own.
 */
public final class RuleMatcher {

    public static final int UNKNOWN = RuleBitmaps.UNKNOWN;

    private final List<ValueClasses> inputs;
    private final RuleBitmaps sets;
    private final Map<FactName, FactDefinition> definitions;

    /** Owned by this object; only ever added to, and losing it costs time alone. */
    private final Map<Integer, List<BitSet>> byInput = new ConcurrentHashMap<>();

    private final Map<FactName, Integer> indexes = new HashMap<>();

    /**
     * @param inputs the facts that tables read, in the vocabulary's order
     * @param possible by input and value class, the rules that this class leaves possible
     * @param bits how many bits there are
     */
    public RuleMatcher(
            Vocabulary vocabulary,
            List<ValueClasses> inputs,
            List<List<BitSet>> possible,
            int bits) {
        this.definitions = vocabulary.byName();
        this.inputs = List.copyOf(inputs);
        this.sets =
                new RuleBitmaps(
                        bits,
                        possible.stream()
                                .map(classes -> ColumnBitmaps.ofBits(bits, classes))
                                .toList());
        for (int input = 0; input < inputs.size(); input++) {
            indexes.put(inputs.get(input).fact().name(), input);
        }
    }

    public FactDefinition fact(int input) {
        return inputs.get(input).fact();
    }

    /** The fact's place among the inputs; empty when no rule reads it. */
    public OptionalInt index(FactName name) {
        var index = indexes.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    public ValueClasses input(int input) {
        return inputs.get(input);
    }

    public int inputs() {
        return inputs.size();
    }

    public boolean reads(FactName name) {
        return indexes.containsKey(name);
    }

    /** By value class of an input, the rules that it leaves possible. */
    public List<BitSet> possible(int input) {
        return byInput.computeIfAbsent(input, at -> sets.column(at).bits());
    }

    /**
     * The value class of every input, {@link #UNKNOWN} where the fact is.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public int[] classes(Facts facts) {
        var classes = new int[inputs.size()];
        Arrays.fill(classes, UNKNOWN);
        facts.values().forEach((name, value) -> classify(name, value, classes));
        return classes;
    }

    private void classify(FactName name, Value value, int[] classes) {
        var input = indexes.get(name);
        boolean allowed;
        if (input == null) {
            allowed = isAllowed(name, value);
        } else {
            classes[input] = inputs.get(input).classOf(value);
            allowed = classes[input] != UNKNOWN;
        }
        if (!allowed) {
            throw new IllegalArgumentException(
                    "the vocabulary does not allow what is given as: " + name);
        }
    }

    private boolean isAllowed(FactName name, Value value) {
        var definition = definitions.get(name);
        return definition != null && definition.violation(value).isEmpty();
    }

    /** The rules that the known inputs leave possible; with all inputs known, those that match. */
    public BitSet possible(int[] classes) {
        return sets.matches(classes);
    }
}
