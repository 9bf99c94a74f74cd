package exeat.rules;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rules match: of each input the set that its value class leaves possible, and of these the
 * intersection. Pages of 64 rules that one input alone rules out are never looked at.
 */
final class RuleSets {

    static final int NONE = -1;

    /** In place of a value class: nothing is known of this input, and it rules nothing out. */
    static final int UNKNOWN = -1;

    private final ColumnSets[] columns;
    private final Sieve sieve;

    /**
     * The inputs of which the sieve's rows stand for runs, so that the exact sets are asked too.
     */
    private final int[] coarse;

    private final int rules;
    private final int pages;
    private final int summaries;

    RuleSets(int rules, List<ColumnSets> columns) {
        this.columns = columns.toArray(ColumnSets[]::new);
        this.sieve = new Sieve(rules, columns);
        this.coarse = IntStream.range(0, columns.size()).filter(sieve::isCoarse).toArray();
        this.rules = rules;
        this.pages = ColumnSets.pagesFor(rules);
        this.summaries = ColumnSets.pagesFor(pages);
    }

    int rules() {
        return rules;
    }

    ColumnSets column(int input) {
        return columns[input];
    }

    /** All the rules of a page, a bit each. */
    private long all(int page) {
        return page == pages - 1 ? -1L >>> -rules : -1L;
    }

    /**
     * The first matching rule from a number on, or {@link #NONE}.
     *
     * @param classes the value class of every input, or {@link #UNKNOWN}
     */
    int next(int[] classes, int from) {
        if (from >= rules) {
            return NONE;
        }
        var rows = sieve.rows(classes);
        int first = from >>> 6;
        for (int summary = first >>> 6; summary < summaries; summary++) {
            long live = sieve.live(rows, summary);
            if (summary == first >>> 6) {
                live &= -1L << first;
            }
            for (; live != 0; live &= live - 1) {
                int page = (summary << 6) + Long.numberOfTrailingZeros(live);
                long hits = sieve.page(rows, page);
                if (page == first) {
                    hits &= -1L << from;
                }
                if (hits != 0) {
                    hits = exact(hits, classes, page);
                    if (hits != 0) {
                        return (page << 6) + Long.numberOfTrailingZeros(hits);
                    }
                }
            }
        }
        return NONE;
    }

    /** Of what the sieve let through of a page, what matches. */
    private long exact(long hits, int[] classes, int page) {
        long left = hits & all(page);
        for (int at : coarse) {
            if (classes[at] != UNKNOWN) {
                left &= columns[at].page(classes[at], page);
            }
        }
        return left;
    }

    /** Every matching rule. */
    BitSet matches(int[] classes) {
        var rows = sieve.rows(classes);
        var words = new long[pages];
        for (int summary = 0; summary < summaries; summary++) {
            for (long live = sieve.live(rows, summary); live != 0; live &= live - 1) {
                int page = (summary << 6) + Long.numberOfTrailingZeros(live);
                words[page] = exact(sieve.page(rows, page), classes, page);
            }
        }
        return BitSet.valueOf(words);
    }
}
