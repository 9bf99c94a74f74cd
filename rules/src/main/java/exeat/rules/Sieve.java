package exeat.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sets of all inputs in rows, few enough to stay near the processor. Inputs with few value
 * classes stand together, a row for each combination; an input with many has a row for each run of
 * neighbouring classes, with the rules that any of them leaves possible. So what a sieve lets
 * through is all that can match and, where rows stand for runs, a little more: {@link RuleSets}
 * looks at the exact sets of those few pages.
 */
final class Sieve {

    private static final int MOST_ROWS = 256;

    /** An input's rows take at most this many words, unless it has no more rows than the least. */
    private static final int MOST_WORDS = 1 << 17;

    private static final int LEAST_ROWS = 16;

    private final List<ColumnSets> columns;
    private final int pages;

    /** The words of a row: its pages, and a bit for each page that is not empty. */
    private final int width;

    private final long[] words;

    /** By group of inputs that stand together, where its rows begin. */
    private final int[] begins;

    /** By input, the group that it stands in. */
    private final int[] groups;

    /** By input, how many classes a row stands for, as a power of two. */
    private final int[] shifts;

    /** By input, the place after its last: where what is not known rules nothing out. */
    private final int[] unknown;

    /** By input, how many words further the rows of its next place lie. */
    private final int[] strides;

    /**
     * @param rules how many there are
     * @param columns the exact sets, by input
     */
    Sieve(int rules, List<ColumnSets> columns) {
        this.columns = List.copyOf(columns);
        this.pages = ColumnSets.pagesFor(rules);
        this.width = pages + ColumnSets.pagesFor(pages);
        this.groups = new int[columns.size()];
        this.shifts = new int[columns.size()];
        this.unknown = new int[columns.size()];
        this.strides = new int[columns.size()];
        int most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_WORDS / pages));
        var together = together(most);
        this.begins = new int[together.size()];
        var rows = new ArrayList<long[]>();
        for (int group = 0; group < begins.length; group++) {
            begins[group] = rows.size() * width;
            addRows(together.get(group), group, rows);
        }
        this.words = new long[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, words, row * width, width);
        }
    }

    /** Which inputs stand together: as many, few classes first, as have few combinations. */
    private List<List<Integer>> together(int most) {
        for (int input = 0; input < columns.size(); input++) {
            int last = columns.get(input).classes() - 1;
            while (last >> shifts[input] >= most) {
                shifts[input]++;
            }
            unknown[input] = (last >> shifts[input]) + 1;
        }
        var all = new ArrayList<List<Integer>>();
        var group = new ArrayList<Integer>();
        long combinations = 1;
        for (int input : bySize()) {
            int places = unknown[input] + 1;
            if (!group.isEmpty() && combinations * places > most) {
                all.add(List.copyOf(group));
                group.clear();
                combinations = 1;
            }
            group.add(input);
            combinations *= places;
        }
        all.add(List.copyOf(group)); // Without any input the one row is that of everything.
        return all;
    }

    private List<Integer> bySize() {
        return IntStream.range(0, unknown.length)
                .boxed()
                .sorted(Comparator.comparingInt(input -> unknown[input]))
                .toList();
    }

    /** The rows of inputs that stand together: every place of the first, for each of the next. */
    private void addRows(List<Integer> inputs, int group, List<long[]> rows) {
        var everything = new long[width];
        Arrays.fill(everything, -1L);
        List<long[]> made = List.of(both(everything, everything));
        for (int input : inputs) {
            groups[input] = group;
            strides[input] = made.size() * width;
            var before = made;
            made =
                    IntStream.rangeClosed(0, unknown[input])
                            .mapToObj(place -> row(input, place))
                            .flatMap(row -> before.stream().map(other -> both(other, row)))
                            .toList();
        }
        rows.addAll(made);
    }

    /** The rules that any class of an input's place leaves possible. */
    private long[] row(int input, int place) {
        var row = new long[width];
        if (place == unknown[input]) {
            Arrays.fill(row, -1L);
            return row;
        }
        var sets = columns.get(input);
        int from = place << shifts[input];
        int to = Math.min(sets.classes(), from + (1 << shifts[input]));
        for (int page = 0; page < pages; page++) {
            for (int valueClass = from; valueClass < to; valueClass++) {
                row[page] |= sets.page(valueClass, page);
            }
        }
        return row;
    }

    private long[] both(long[] one, long[] other) {
        var both = new long[width];
        for (int page = 0; page < pages; page++) {
            both[page] = one[page] & other[page];
            both[pages + (page >>> 6)] |= both[page] == 0 ? 0 : 1L << page;
        }
        return both;
    }

    /** Whether an input's rows stand for runs of classes. */
    boolean isCoarse(int input) {
        return shifts[input] > 0;
    }

    /** Where the rows of a case begin, by group. */
    int[] rows(int[] classes) {
        var rows = begins.clone();
        for (int at = 0; at < classes.length; at++) {
            int known = classes[at];
            int place = known == RuleSets.UNKNOWN ? unknown[at] : known >> shifts[at];
            rows[groups[at]] += place * strides[at];
        }
        return rows;
    }

    /** What the rows let through of a page, a bit each; nothing that matches is missing. */
    long page(int[] rows, int page) {
        long hits = -1L;
        for (int row : rows) {
            hits &= words[row + page];
        }
        return hits;
    }

    /** The pages 64 * summary and on that no row has empty, a bit each. */
    long live(int[] rows, int summary) {
        return page(rows, pages + summary);
    }
}
