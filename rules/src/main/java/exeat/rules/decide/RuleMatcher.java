package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.ValueSet;
import exeat.rules.fact.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which rules match. Every rule of every table is a bit; each value class of each fact has the set
 * of rules that it leaves possible; a case's rules are the intersection. Rules that cannot match
 * cost nothing of their own.
 */
public final class RuleMatcher {

    public static final int UNKNOWN = EncodedFacts.OPEN;

    private final List<ValueClasses> inputs;
    private final RuleBitmaps sets;
    private final int bits;
    private final Map<FactName, FactDefinition> definitions;

    /** A cache: entries are only added, and losing them costs only time. */
    private final Map<Integer, List<BitSet>> byInput = new ConcurrentHashMap<>();

    /** Likewise. */
    private final Map<Integer, int[][]> runs = new ConcurrentHashMap<>();

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
        this.bits = bits;
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
     * The value class of every input, {@link #UNKNOWN} where the fact is not known.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public int[] classes(Facts facts) {
        return encode(facts).classes();
    }

    /**
     * The facts as rules read them.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public EncodedFacts encode(Facts facts) {
        var classes = new int[inputs.size()];
        Arrays.fill(classes, UNKNOWN);
        boolean allRead = true;
        for (var entry : facts.values().entrySet()) {
            allRead &= classify(entry.getKey(), entry.getValue(), classes);
        }
        Map<Integer, BitSet> narrowed = facts.sets().isEmpty() ? Map.of() : new HashMap<>();
        for (var entry : facts.sets().entrySet()) {
            allRead &= narrow(entry.getKey(), entry.getValue(), classes, narrowed);
        }
        return new EncodedFacts(allRead ? facts : read(facts), classes, narrowed);
    }

    /** Notes the class of a value; false where no rule reads the fact. */
    private boolean classify(FactName name, Value value, int[] classes) {
        var input = indexes.get(name);
        boolean allowed;
        if (input == null) {
            var definition = definitions.get(name);
            allowed = definition != null && definition.violation(value).isEmpty();
        } else {
            classes[input] = inputs.get(input).classOf(value);
            allowed = classes[input] != UNKNOWN;
        }
        require(name, allowed);
        return input != null;
    }

    /** Notes the classes that are possible: where there is one, it is as good as the value. */
    private boolean narrow(
            FactName name, ValueSet set, int[] classes, Map<Integer, BitSet> narrowed) {
        var input = indexes.get(name);
        if (input == null) {
            var definition = definitions.get(name);
            require(name, definition != null);
            require(
                    name,
                    !new ValueClasses(Objects.requireNonNull(definition), List.of())
                            .classesOf(set)
                            .isEmpty());
            return false;
        }
        var possible = inputs.get(input).classesOf(set);
        require(name, !possible.isEmpty());
        if (possible.cardinality() == 1) {
            classes[input] = possible.nextSetBit(0);
        } else {
            narrowed.put(input, possible);
        }
        return true;
    }

    private static void require(FactName name, boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException("the vocabulary does not allow this value: " + name);
        }
    }

    private Facts read(Facts facts) {
        var values = new TreeMap<>(facts.values());
        values.keySet().removeIf(name -> !reads(name));
        var read = new TreeMap<>(facts.sets());
        read.keySet().removeIf(name -> !reads(name));
        return new Facts(values, read);
    }

    /** The rules that the known inputs leave possible; with all inputs known, those that match. */
    public BitSet possible(int[] classes) {
        return sets.matches(new EncodedFacts(Facts.NONE, classes, Map.of()));
    }

    /** The rules that what is known leaves possible. */
    public BitSet possible(EncodedFacts known) {
        var possible = sets.matches(known);
        if (known.isWhole()) {
            return possible;
        }
        for (int input = 0; input < inputs.size(); input++) {
            if (known.valueClass(input) == UNKNOWN && known.isNarrowed(input)) {
                var any = new BitSet();
                masks(input, known).forEach(any::or);
                possible.and(any);
            }
        }
        return possible;
    }

    /** By value class that is possible of an open input, the rules that it leaves possible. */
    public List<BitSet> masks(int input, EncodedFacts known) {
        var all = possible(input);
        if (!known.isNarrowed(input)) {
            return all;
        }
        return IntStream.range(0, all.size())
                .filter(valueClass -> known.isPossible(input, valueClass))
                .mapToObj(all::get)
                .toList();
    }

    /** The first value class that is possible of an input. */
    int firstClass(int input, EncodedFacts known) {
        int first = 0;
        while (!known.isPossible(input, first)) {
            first++;
        }
        return first;
    }

    /**
     * The runs of value classes of an input that leave a rule possible: their first and their last,
     * one after the other.
     */
    int[] runs(int input, int rule) {
        return runs.computeIfAbsent(input, this::runs)[rule];
    }

    private int[][] runs(int input) {
        var masks = possible(input);
        var runsOf = new int[bits][];
        for (int rule = 0; rule < bits; rule++) {
            var ends = IntStream.builder();
            boolean within = false;
            for (int valueClass = 0; valueClass <= masks.size(); valueClass++) {
                boolean now = valueClass < masks.size() && masks.get(valueClass).get(rule);
                if (now != within) {
                    ends.add(now ? valueClass : valueClass - 1);
                    within = now;
                }
            }
            runsOf[rule] = ends.build().toArray();
        }
        return runsOf;
    }
}
