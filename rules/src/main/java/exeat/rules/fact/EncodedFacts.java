package exeat.rules.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * Facts encoded for one directive: the value class of each fact that decides. Made by {@code
 * Directive.encode} and reusable for any number of decisions.
 */
public final class EncodedFacts {

    /** Stands for a value class if several are possible, or nothing is known. */
    public static final int OPEN = -1;

    private final Facts facts;
    private final int[] classes;
    private final Map<Integer, BitSet> narrowed;
    private final boolean isWhole;

    /**
     * @param facts the facts that decide
     * @param classes the value class of every input, {@link #OPEN} where it is not one
     * @param narrowed the possible classes of each open input about which something is known
     */
    public EncodedFacts(Facts facts, int[] classes, Map<Integer, BitSet> narrowed) {
        this(facts, classes.clone(), Map.copyOf(narrowed), isWhole(classes));
    }

    private static boolean isWhole(int[] classes) {
        boolean whole = true;
        for (int valueClass : classes) {
            whole &= valueClass != OPEN;
        }
        return whole;
    }

    /** Facts that each have a value or are open. The array of classes is not copied. */
    static EncodedFacts of(Facts facts, int[] classes, boolean isWhole) {
        return new EncodedFacts(facts, classes, Map.of(), isWhole);
    }

    private EncodedFacts(
            Facts facts, int[] classes, Map<Integer, BitSet> narrowed, boolean isWhole) {
        this.facts = facts;
        this.classes = classes;
        this.narrowed = narrowed;
        this.isWhole = isWhole;
    }

    /** The facts that decide, with their values. */
    public Facts facts() {
        return facts;
    }

    /**
     * A copy without the facts themselves: equal for all people whom the rules cannot tell apart.
     */
    public EncodedFacts withoutFacts() {
        return new EncodedFacts(Facts.NONE, classes, narrowed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedFacts that
                && Arrays.equals(classes, that.classes)
                && narrowed.equals(that.narrowed)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(classes) + narrowed.hashCode();
    }

    /** Whether every fact that decides has one value, or several that rules cannot tell apart. */
    public boolean isWhole() {
        return isWhole;
    }

    /** The value class of every input, {@link #OPEN} where it is not one; the caller's own. */
    public int[] classes() {
        return classes.clone();
    }

    public int inputs() {
        return classes.length;
    }

    public int valueClass(int input) {
        return classes[input];
    }

    /**
     * Whether an open input can be of a class.
     *
     * @param valueClass below the count of the input's classes
     */
    public boolean isPossible(int input, int valueClass) {
        var possible = narrowed.get(input);
        return possible == null || possible.get(valueClass);
    }

    /** Whether something is known of some open input. */
    public boolean isNarrowed() {
        return !narrowed.isEmpty();
    }

    /** Whether something is known of an open input. */
    public boolean isNarrowed(int input) {
        return narrowed.containsKey(input);
    }
}
