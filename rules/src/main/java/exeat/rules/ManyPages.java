package exeat.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * More than 64 rules. Each input has rows of sets, so few that they stay near the processor: one
 * for each run of neighbouring values, with the rules that any of the run leaves possible. The
 * rules that all of a case's rows let through are almost only such as match, and are asked
 * themselves: whether the slots lie within their bounds.
 */
final class ManyPages implements RuleSearch {

    /** The rows of an input take at most so many words, unless it has no more than the least. */
    private static final int MOST_WORDS = 1 << 13;

    private static final int LEAST_ROWS = 64;

    /** The inputs whose rows are looked at together; the others where these let a rule through. */
    private static final int FIRST_LOOK = 5;

    private final int rules;
    private final int pages;
    private final Together together;

    /** The inputs that stand alone, those that leave fewest rules possible first. */
    private final int[] alone;

    private final Places places;
    private final long[] words;

    /** The row of all rules, in place of an input that is not there. */
    private final int everything;

    private final Bounds bounds;

    /**
     * @param rules how many there are
     */
    ManyPages(int rules, List<Column> columns) {
        this.rules = rules;
        this.pages = ColumnSets.pagesFor(rules);
        int most = Math.max(LEAST_ROWS, MOST_WORDS / pages);
        this.together = Together.of(columns, most);
        var rows = new ArrayList<>(together.rows(rules, columns));
        var runs =
                Arrays.stream(together.others(columns.size()))
                        .mapToObj(at -> Runs.of(columns.get(at), most, at))
                        .sorted(Comparator.comparingDouble(Runs::density))
                        .toList();
        this.alone = runs.stream().mapToInt(Runs::input).toArray();
        var begins = new int[alone.length];
        for (int at = 0; at < alone.length; at++) {
            begins[at] = rows.size() * pages;
            rows.addAll(runs.get(at).rows());
        }
        this.places = new Places(runs.stream().map(Runs::cuts).toList(), begins, pages);
        this.everything = rows.size() * pages;
        var all = new long[pages];
        Arrays.fill(all, -1L);
        rows.add(all);
        this.words = rows.stream().flatMapToLong(Arrays::stream).toArray();
        this.bounds =
                new Bounds(
                        rules,
                        runs.stream().filter(Runs::areCoarse).map(Runs::input).toList(),
                        columns);
    }

    /**
     * An input's values in runs.
     *
     * @param cuts where the second run and those after it begin
     * @param rows by run, the rules that any of its values leaves possible, in pages
     * @param areCoarse whether a run may stand for several value classes
     */
    private record Runs(int input, long[] cuts, List<long[]> rows, boolean areCoarse) {

        static Runs of(Column column, int most, int input) {
            var cuts = column.cuts();
            int each = cuts.length / most + 1;
            var few =
                    IntStream.rangeClosed(1, cuts.length / each)
                            .mapToLong(run -> cuts[run * each - 1])
                            .toArray();
            var sets = column.sets();
            var rows = new ArrayList<long[]>();
            for (int from = 0; from < sets.classes(); from += each) {
                rows.add(sets.any(from, Math.min(sets.classes(), from + each)));
            }
            return new Runs(input, few, rows, each > 1);
        }

        double density() {
            return rows.stream().flatMapToLong(Arrays::stream).mapToInt(Long::bitCount).sum()
                    / (double) rows.size();
        }
    }

    @Override
    public int first(long[] slots) {
        return next(slots, 0);
    }

    @Override
    public int next(long[] slots, int from) {
        if (from >= rules) {
            return NONE;
        }
        var all = words;
        var rows = new int[FIRST_LOOK];
        for (int at = 0; at < FIRST_LOOK; at++) {
            rows[at] = row(at, slots);
        }
        int a = together.row(slots) * pages;
        int b = rows[0];
        int c = rows[1];
        int d = rows[2];
        int e = rows[3];
        int f = rows[4];
        long left = -1L << from;
        for (int page = from >>> 6; page < pages; page++) {
            long hits =
                    left
                            & all[a + page]
                            & all[b + page]
                            & all[c + page]
                            & all[d + page]
                            & all[e + page]
                            & all[f + page];
            left = -1L;
            if (hits != 0) {
                int rule = ask(hits, page, slots);
                if (rule != NONE) {
                    return rule;
                }
            }
        }
        return NONE;
    }

    private int row(int at, long[] slots) {
        return at < alone.length ? places.row(at, slots[alone[at]]) : everything;
    }

    /** The first of a page's rules that matches, of those that the first look let through. */
    private int ask(long hits, int page, long[] slots) {
        long left = hits;
        for (int at = FIRST_LOOK; at < alone.length; at++) {
            left &= words[row(at, slots) + page];
        }
        for (; left != 0; left &= left - 1) {
            int rule = (page << 6) + Long.numberOfTrailingZeros(left);
            if (bounds.hold(rule, slots)) {
                return rule;
            }
        }
        return NONE;
    }

    /** What each rule asks itself of inputs whose runs are coarse. */
    private static final class Bounds {

        private final int[] inputs;

        /** By rule and input, the least slot that it takes and the greatest. */
        private final long[] bounds;

        /** The rules that do not take all between these: they are looked up in the exact sets. */
        private final BitSet ragged = new BitSet();

        private final boolean anyRagged;
        private final List<Column> exact;
        private final Places classes;

        Bounds(int rules, List<Integer> inputs, List<Column> columns) {
            this.inputs = inputs.stream().mapToInt(Integer::intValue).toArray();
            this.bounds = new long[2 * inputs.size() * rules];
            for (int at = 0; at < this.inputs.length; at++) {
                add(columns.get(this.inputs[at]), rules, at);
            }
            this.anyRagged = !ragged.isEmpty();
            this.exact = ragged.isEmpty() ? List.of() : inputs.stream().map(columns::get).toList();
            this.classes =
                    new Places(exact.stream().map(Column::cuts).toList(), new int[exact.size()], 1);
        }

        private void add(Column column, int rules, int at) {
            var cuts = column.cuts();
            var spans = column.sets().spans(rules);
            for (int rule = 0; rule < rules; rule++) {
                var span = spans.get(rule);
                int place = 2 * (rule * inputs.length + at);
                bounds[place] = from(span.first(), cuts);
                bounds[place + 1] = from(span.last() + 1, cuts) - 1;
                if (span.hasGaps()) {
                    ragged.set(rule);
                }
            }
        }

        /** The least slot of a value class; above all slots where there is no such class. */
        private static long from(int valueClass, long[] cuts) {
            if (valueClass == 0) {
                return -Places.BEYOND;
            }
            return valueClass > cuts.length ? Places.BEYOND : cuts[valueClass - 1];
        }

        boolean hold(int rule, long[] slots) {
            int at = 2 * inputs.length * rule;
            for (int input : inputs) {
                long slot = slots[input];
                if (slot < bounds[at] || slot > bounds[at + 1]) {
                    return false;
                }
                at += 2;
            }
            return !anyRagged || !ragged.get(rule) || holdExactly(rule, slots);
        }

        private boolean holdExactly(int rule, long[] slots) {
            for (int at = 0; at < inputs.length; at++) {
                int valueClass = classes.row(at, slots[inputs[at]]);
                if ((exact.get(at).sets().page(valueClass, rule >>> 6) >>> rule & 1) == 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
