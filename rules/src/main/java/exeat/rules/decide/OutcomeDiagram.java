package exeat.rules.decide;

import exeat.rules.decide.Resolution.Substance;
import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.Facts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Every way to fill in some facts, walked once: the diagram of what the tables say of each. The
 * branches of a level are cells: classes that leave the same rules possible. Ways that leave the
 * same rules possible are walked together, a fact that none of these rules turns on is passed over,
 * and where one rule of a table counts, those behind one that matches in any case are left out.
 */
public final class OutcomeDiagram {

    /**
     * The allowed average of steps for each state that may be walked. Without it, facts with
     * thousands of classes would take minutes long before there are too many states.
     */
    private static final int MAX_STEPS = 40;

    private final ConflictResolver answers;
    private final List<Integer> order;

    /** The rules that are left possible, by bit. */
    private final int[] rules;

    private final int words;
    private final OpenCells[] cells;

    /** The branch of each class, by level; worked out on demand. */
    private final int[][] branches;

    /** The rules that match in any case from a level on, by level and word. */
    private final long[] settled;

    /**
     * The first and last bit of each table in which the first matching rule counts, one after the
     * other.
     */
    private final int[] firsts;

    private final long mostSteps;
    private final DecisionDiagram<Optional<Substance>> diagram;
    private final Map<Substance, Set<Resolution>> answersOf = new HashMap<>();
    private final WalkedStates walked;

    /** What is left possible at each level of the current walk. */
    private final long[][] now;

    private final OptionalInt root;
    private long steps;

    /**
     * @param known what is known: open inputs are filled in with the classes that are possible
     * @param order the open inputs, by level
     * @param most how many states may be walked, and how many functions the diagram may hold
     */
    public OutcomeDiagram(
            RuleMatcher matcher,
            ConflictResolver answers,
            EncodedFacts known,
            List<Integer> order,
            int most) {
        this.answers = answers;
        this.order = List.copyOf(order);
        this.mostSteps = (long) MAX_STEPS * most;
        var possible = matcher.possible(known);
        var tables = answers.firsts();
        dropBehindCertain(matcher, known, possible, tables);
        this.rules = possible.stream().toArray();
        this.words = Math.max(1, ColumnBitmaps.pagesFor(rules.length));
        this.cells =
                order.stream()
                        .map(input -> new OpenCells(matcher, known, input, rules))
                        .toArray(OpenCells[]::new);
        this.branches = new int[cells.length][0];
        this.settled = settled();
        this.firsts = bits(tables);
        this.diagram = new DecisionDiagram<>(most);
        this.walked = new WalkedStates(words + 1, most);
        this.now = new long[order.size() + 1][words];
        this.root = begin();
    }

    /**
     * Creates a diagram for the case that nothing is known about the open inputs.
     *
     * @param classes the value class of every input, {@link RuleMatcher#UNKNOWN} for the open ones
     */
    public OutcomeDiagram(
            RuleMatcher matcher,
            ConflictResolver answers,
            int[] classes,
            List<Integer> order,
            int most) {
        this(matcher, answers, new EncodedFacts(Facts.NONE, classes, Map.of()), order, most);
    }

    /** Leaves out what lies behind the first rule that no open input can rule out. */
    private void dropBehindCertain(
            RuleMatcher matcher, EncodedFacts known, BitSet possible, List<Table<?>> tables) {
        for (var table : tables) {
            int end = table.offset() + table.rows().size();
            for (int rule = possible.nextSetBit(table.offset());
                    rule >= 0 && rule < end;
                    rule = possible.nextSetBit(rule + 1)) {
                if (isCertain(matcher, known, rule)) {
                    possible.clear(rule + 1, end);
                }
            }
        }
    }

    private boolean isCertain(RuleMatcher matcher, EncodedFacts known, int rule) {
        for (int input : order) {
            var runs = matcher.runs(input, rule);
            boolean all =
                    runs.length == 2 && runs[0] == 0 && runs[1] == matcher.input(input).count() - 1;
            if (!all || known.isNarrowed(input)) {
                return false;
            }
        }
        return true;
    }

    private long[] settled() {
        var certain = new long[(cells.length + 1) * words];
        Arrays.fill(certain, cells.length * words, certain.length, -1L);
        for (int level = cells.length - 1; level >= 0; level--) {
            for (int word = 0; word < words; word++) {
                certain[level * words + word] =
                        certain[(level + 1) * words + word] & cells[level].always(word);
            }
        }
        return certain;
    }

    private int[] bits(List<Table<?>> tables) {
        return tables.stream()
                .flatMapToInt(table ->
                        IntStream.of(
                                place(table.offset()), place(table.offset() + table.rows().size())))
                .toArray();
    }

    /** How many possible rules come before a bit. */
    private int place(int bit) {
        int place = Arrays.binarySearch(rules, bit);
        return place < 0 ? ~place : place;
    }

    private OptionalInt begin() {
        try {
            for (int rule = 0; rule < rules.length; rule++) {
                now[0][rule >>> 6] |= 1L << rule;
            }
            return OptionalInt.of(walk(0, now[0]));
        } catch (DecisionDiagram.Full full) {
            return OptionalInt.empty();
        }
    }

    private int walk(int from, long[] possible) throws DecisionDiagram.Full {
        dropBehindCertain(from, possible);
        int level = from;
        while (level < cells.length && !turnsOn(level, possible)) {
            level++;
        }
        int known = walked.find(level, possible);
        if (known >= 0) {
            return known;
        }
        int state = walked.add(level, possible);
        if (level == cells.length) {
            int leaf = leaf(possible);
            walked.is(state, leaf);
            return leaf;
        }
        var own = cells[level];
        var children = new int[own.count()];
        var left = now[level + 1];
        for (int cell = 0; cell < children.length; cell++) {
            if (++steps > mostSteps) {
                throw new DecisionDiagram.Full();
            }
            for (int word = 0; word < words; word++) {
                left[word] = walked.word(state, word) & own.mask(cell, word);
            }
            children[cell] = walk(level + 1, left);
        }
        int node = diagram.split(level, children);
        walked.is(state, node);
        return node;
    }

    /** Whether a cell of a level leaves out one of these rules. */
    private boolean turnsOn(int level, long[] possible) {
        long out = 0;
        for (int word = 0; word < words; word++) {
            out |= possible[word] & ~cells[level].always(word);
        }
        return out != 0;
    }

    /**
     * In tables where the first matching rule counts, leaves out the rules after one that matches.
     */
    private void dropBehindCertain(int level, long[] possible) {
        for (int table = 0; table < firsts.length; table += 2) {
            int end = firsts[table + 1];
            int certain = firstCertain(level, possible, firsts[table], end);
            for (int word = (certain + 1) >>> 6; certain < end && word <= (end - 1) >>> 6; word++) {
                long out = between(certain + 1, end, word);
                possible[word] &= ~out;
            }
        }
    }

    /** The first rule from one to another that matches in any case; else the other. */
    private int firstCertain(int level, long[] possible, int from, int to) {
        for (int word = from >>> 6; word << 6 < to; word++) {
            long certain = possible[word] & settled[level * words + word] & between(from, to, word);
            if (certain != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(certain);
            }
        }
        return to;
    }

    /** The bits of a word that lie from one place to before another. */
    private static long between(int from, int to, int word) {
        int low = Math.max(0, from - (word << 6));
        int high = Math.min(64, to - (word << 6));
        return low >= high ? 0 : (-1L << low) & (-1L >>> (64 - high));
    }

    private int leaf(long[] possible) throws DecisionDiagram.Full {
        var matched = new BitSet();
        for (int word = 0; word < words; word++) {
            for (long left = possible[word]; left != 0; left &= left - 1) {
                matched.set(rules[(word << 6) + Long.numberOfTrailingZeros(left)]);
            }
        }
        var answer = answers.of(matched);
        answersOf
                .computeIfAbsent(answer.substance(), substance -> new LinkedHashSet<>())
                .add(answer);
        return diagram.leaf(Optional.of(answer.substance()));
    }

    /**
     * Whether one of these sets leaves out one of these rules.
     *
     * @param masks by value class, the rules that it leaves possible
     */
    public static boolean turnsOn(List<BitSet> masks, BitSet possible) {
        for (var mask : masks) {
            var out = (BitSet) possible.clone();
            out.andNot(mask);
            if (!out.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The function of all cases; empty when there were more than may be walked. */
    public OptionalInt root() {
        return root;
    }

    /**
     * The branch in the diagram of each class that is possible at a level, in the order of classes.
     */
    public int[] branches(int level) {
        if (branches[level].length == 0) {
            branches[level] = cells[level].ofClasses();
        }
        return branches[level].clone();
    }

    public DecisionDiagram<Optional<Substance>> diagram() {
        return diagram;
    }

    /** Every answer of some case that has this substance. */
    Set<Resolution> answers(Substance substance) {
        return answersOf.getOrDefault(substance, Set.of());
    }
}
