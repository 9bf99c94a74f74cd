package exeat.rules.decide;

import exeat.rules.decide.Resolution.Substance;
import exeat.rules.fact.EncodedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All completions of the unknown facts, for cases in which at most 64 rules remain possible: a set
 * of rules is then one word, and each open input has only a few distinct sets. The same walk as
 * {@link OutcomeDiagram}'s, in a fraction of its time.
 */
final class FewRules {

    private static final int MAX_RULES = Long.SIZE;

    private record State(int level, long possible) {}

    private record Split(int level, List<Integer> children) {}

    private final ConflictResolver answers;
    private final int most;

    /** The rules that are left possible, by bit of a word. */
    private final int[] rules;

    /** By level, the open input. */
    private final int[] inputs;

    /** By level, the distinct sets of rules that a class of the input leaves possible. */
    private final long[][] masks;

    /** By leaf, what it gives; a leaf's number is below zero, a split's is not. */
    private final List<Substance> substances = new ArrayList<>();

    private final List<Set<Resolution>> resolutions = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private final Map<Split, Integer> numbers = new HashMap<>();
    private final Map<State, Integer> walked = new HashMap<>();
    private final int root;

    private FewRules(
            RuleMatcher matcher,
            ConflictResolver answers,
            EncodedFacts known,
            BitSet possible,
            int most)
            throws DecisionDiagram.Full {
        this.answers = answers;
        this.most = most;
        this.rules = possible.stream().toArray();
        var open = new int[known.inputs()];
        var masksOf = new long[known.inputs()][];
        int levels = 0;
        for (int input = 0; input < known.inputs(); input++) {
            if (known.valueClass(input) == RuleMatcher.UNKNOWN) {
                masksOf[levels] = masks(matcher, known, input);
                open[levels++] = input;
            }
        }
        this.inputs = Arrays.copyOf(open, levels);
        this.masks = Arrays.copyOf(masksOf, levels);
        this.root = walk(0, rules.length == MAX_RULES ? -1L : (1L << rules.length) - 1);
    }

    /**
     * The ways to fill in what is open.
     *
     * @param most how many states may be walked
     * @return empty where more rules are possible than a word has bits, or more states than that
     */
    static Optional<FewRules> of(
            RuleMatcher matcher, ConflictResolver answers, EncodedFacts known, int most) {
        var possible = matcher.possible(known);
        if (possible.cardinality() > MAX_RULES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FewRules(matcher, answers, known, possible, most));
        } catch (DecisionDiagram.Full full) {
            return Optional.empty();
        }
    }

    /** Sweeps over the input's classes; the set changes where a run of some rule begins or ends. */
    private long[] masks(RuleMatcher matcher, EncodedFacts known, int input) {
        int last = matcher.input(input).count() - 1;
        long always = 0;
        var ends = new long[4];
        int many = 0;
        for (int bit = 0; bit < rules.length; bit++) {
            var runs = matcher.runs(input, rules[bit]);
            if (runs.length == 2 && runs[0] == 0 && runs[1] == last) {
                always |= 1L << bit;
                continue;
            }
            for (int at = 0; at < runs.length; at += 2) {
                if (many + 2 > ends.length) {
                    ends = Arrays.copyOf(ends, 2 * ends.length);
                }
                // Sorted by class; the bit to turn around stands in the low part.
                ends[many++] = (long) runs[at] << 6 | bit;
                ends[many++] = (long) (runs[at + 1] + 1) << 6 | bit;
            }
        }
        Arrays.sort(ends, 0, many);
        var distinct = new long[many + 1];
        int found = 0;
        long mask = always;
        int from = 0;
        for (int at = 0; at <= many; at++) {
            int to = at == many ? last + 1 : (int) (ends[at] >>> 6);
            if (to > from) {
                if (isPossible(known, input, from, to)) {
                    found = add(distinct, found, mask);
                }
                from = to;
            }
            if (at < many) {
                mask ^= 1L << (ends[at] & 63);
            }
        }
        return Arrays.copyOf(distinct, found);
    }

    private static boolean isPossible(EncodedFacts known, int input, int from, int to) {
        boolean possible = !known.isNarrowed(input);
        for (int valueClass = from; valueClass < to && !possible; valueClass++) {
            possible = known.isPossible(input, valueClass);
        }
        return possible;
    }

    private static int add(long[] distinct, int found, long mask) {
        for (int at = 0; at < found; at++) {
            if (distinct[at] == mask) {
                return found;
            }
        }
        distinct[found] = mask;
        return found + 1;
    }

    private int walk(int from, long possible) throws DecisionDiagram.Full {
        int level = from;
        while (level < masks.length && !turnsOn(masks[level], possible)) {
            level++;
        }
        if (level == masks.length) {
            return leaf(possible);
        }
        var state = new State(level, possible);
        var before = walked.get(state);
        if (before != null) {
            return before;
        }
        if (walked.size() == most) {
            throw new DecisionDiagram.Full();
        }
        var children = new Integer[masks[level].length];
        boolean same = true;
        for (int at = 0; at < children.length; at++) {
            children[at] = walk(level + 1, possible & masks[level][at]);
            same &= children[at].equals(children[0]);
        }
        int node = same ? children[0] : number(new Split(level, List.of(children)));
        walked.put(state, node);
        return node;
    }

    private static boolean turnsOn(long[] masks, long possible) {
        for (long mask : masks) {
            if ((possible & ~mask) != 0) {
                return true;
            }
        }
        return false;
    }

    private int number(Split split) {
        var known = numbers.putIfAbsent(split, splits.size());
        if (known != null) {
            return known;
        }
        splits.add(split);
        return splits.size() - 1;
    }

    private int leaf(long possible) {
        var matched = new BitSet();
        for (long left = possible; left != 0; left &= left - 1) {
            matched.set(rules[Long.numberOfTrailingZeros(left)]);
        }
        var answer = answers.of(matched);
        int at = substances.indexOf(answer.substance());
        if (at < 0) {
            at = substances.size();
            substances.add(answer.substance());
            resolutions.add(new LinkedHashSet<>());
        }
        resolutions.get(at).add(answer);
        return ~at;
    }

    /** Every answer of some way, where all have the same substance; else empty. */
    Optional<Set<Resolution>> certain() {
        return root < 0 ? Optional.of(resolutions.get(~root)) : Optional.empty();
    }

    /** The inputs on which the substance turns. */
    Set<Integer> open() {
        var open = new LinkedHashSet<Integer>();
        var seen = new BitSet();
        if (root >= 0) {
            support(root, seen, open);
        }
        return open;
    }

    private void support(int split, BitSet seen, Set<Integer> open) {
        if (seen.get(split)) {
            return;
        }
        seen.set(split);
        open.add(inputs[splits.get(split).level()]);
        for (int child : splits.get(split).children()) {
            if (child >= 0) {
                support(child, seen, open);
            }
        }
    }
}
