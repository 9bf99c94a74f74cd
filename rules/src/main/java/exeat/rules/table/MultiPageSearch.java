package exeat.rules.table;

import exeat.rules.decide.ColumnBitmaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * More than 64 rules. Each input has rows of sets, so few that they stay near the processor: one
 * for each run of neighbouring values, with the rules that any of the run leaves possible. The
 * rules that all of a case's rows let through are almost only such as match, and are asked
 * themselves: whether the slots lie within their bounds.
 */
final class MultiPageSearch implements RuleSearch {

    /** The rows of an input take at most so many words, unless it has no more than the least. */
    private static final int MAX_WORDS = 1 << 13;

    private static final int MIN_ROWS = 64;

    /** The inputs whose rows are looked at together; the others where these let a rule through. */
    private static final int FIRST_LOOK = 5;

    private final int rules;
    private final int pages;
    private final JointIndex together;

    /** The inputs that stand alone, those that leave fewest rules possible first. */
    private final int[] alone;

    private final CutIndex places;
    private final long[] words;

    /** The row of all rules, in place of an input that is not there. */
    private final int everything;

    private final RuleBounds bounds;

    /**
     * @param rules how many there are
     */
    MultiPageSearch(int rules, List<Column> columns) {
        this.rules = rules;
        this.pages = ColumnBitmaps.pagesFor(rules);
        int most = Math.max(MIN_ROWS, MAX_WORDS / pages);
        this.together = JointIndex.of(columns, most);
        var rows = new ArrayList<>(together.rows(rules, columns));
        var runs =
                Arrays.stream(together.others(columns.size()))
                        .mapToObj(at -> new ClassRanges(at, columns.get(at), most))
                        .sorted(Comparator.comparingDouble(ClassRanges::density))
                        .toList();
        this.alone = runs.stream().mapToInt(ClassRanges::input).toArray();
        var begins = new int[alone.length];
        for (int at = 0; at < alone.length; at++) {
            begins[at] = rows.size() * pages;
            rows.addAll(runs.get(at).rows());
        }
        this.places = new CutIndex(runs.stream().map(ClassRanges::cuts).toList(), begins, pages);
        this.everything = rows.size() * pages;
        var all = new long[pages];
        Arrays.fill(all, -1L);
        rows.add(all);
        this.words = rows.stream().flatMapToLong(Arrays::stream).toArray();
        this.bounds =
                new RuleBounds(
                        rules,
                        runs.stream()
                                .filter(ClassRanges::areCoarse)
                                .map(ClassRanges::input)
                                .toList(),
                        columns);
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
}
