package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactEncoder;
import exeat.rules.fact.FactName;
import exeat.rules.fact.FactReader;
import exeat.rules.fact.Facts;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.Vocabulary;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private final FactEncoder encoder;

    /** A cache: entries are only added, and losing them costs only time. */
    private final Map<Integer, List<BitSet>> byInput = new ConcurrentHashMap<>();

    /** Likewise. */
    private final AtomicReferenceArray<int[] @Nullable []> runs;

    /**
     * @param inputs the facts that tables read, in the vocabulary's order
     * @param columns by input, the rules that its value classes leave possible
     * @param bits how many bits there are
     */
    public RuleMatcher(
            Vocabulary vocabulary,
            List<ValueClasses> inputs,
            List<ColumnBitmaps> columns,
            int bits) {
        this.encoder = new FactEncoder(vocabulary, inputs);
        this.inputs = List.copyOf(inputs);
        this.bits = bits;
        this.runs = new AtomicReferenceArray<>(inputs.size());
        this.sets = new RuleBitmaps(bits, columns);
    }

    public FactDefinition fact(int input) {
        return inputs.get(input).fact();
    }

    /** The fact's place among the inputs; empty when no rule reads it. */
    public OptionalInt index(FactName name) {
        return encoder.input(name);
    }

    public ValueClasses input(int input) {
        return inputs.get(input);
    }

    public int inputs() {
        return inputs.size();
    }

    public boolean reads(FactName name) {
        return index(name).isPresent();
    }

    /** How many bits there are. */
    int bits() {
        return bits;
    }

    /** For each input, what its classes leave possible. */
    List<ColumnBitmaps> columns() {
        return sets.columns();
    }

    /** The rules that each value class of an input leaves possible. */
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
        return encoder.encode(facts);
    }

    /** Reads facts in the form that is encoded soonest. */
    public FactReader reader() {
        return encoder.reader();
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

    /** The rules that each possible value class of an open input leaves possible. */
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
        var ofInput = runs.get(input);
        if (ofInput == null) {
            ofInput = sets.column(input).runs(bits);
            runs.set(input, ofInput);
        }
        return ofInput[rule];
    }
}
