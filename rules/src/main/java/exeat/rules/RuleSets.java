package exeat.rules;

import java.util.BitSet;
import java.util.List;

/**
 * Which rules match: of each input the set that its value class leaves possible, and of these the
 * intersection. Pages of 64 rules that one input alone rules out are never looked at.
 */
final class RuleSets {

    static final int NONE = -1;

    /** In place of a value class: nothing is known of this input, and it rules nothing out. */
    static final int UNKNOWN = -1;

    private final ColumnSets[] columns;
    private final int rules;
    private final int pages;
    private final int summaries;

    RuleSets(int rules, List<ColumnSets> columns) {
        this.columns = columns.toArray(ColumnSets[]::new);
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
        int page = from >>> 6;
        long hits = page(classes, page) & (-1L << from);
        if (hits != 0) {
            return (page << 6) + Long.numberOfTrailingZeros(hits);
        }
        int after = page + 1;
        for (int summary = after >>> 6; summary < summaries; summary++) {
            long live = live(classes, summary);
            if (summary == after >>> 6) {
                live &= -1L << after;
            }
            for (; live != 0; live &= live - 1) {
                int candidate = (summary << 6) + Long.numberOfTrailingZeros(live);
                hits = page(classes, candidate);
                if (hits != 0) {
                    return (candidate << 6) + Long.numberOfTrailingZeros(hits);
                }
            }
        }
        return NONE;
    }

    private long page(int[] classes, int page) {
        long hits = all(page);
        for (int at = 0; at < classes.length && hits != 0; at++) {
            if (classes[at] != UNKNOWN) {
                hits &= columns[at].page(classes[at], page);
            }
        }
        return hits;
    }

    private long live(int[] classes, int summary) {
        long live = summary == summaries - 1 ? -1L >>> -pages : -1L;
        for (int at = 0; at < classes.length; at++) {
            if (classes[at] != UNKNOWN) {
                live &= columns[at].live(classes[at], summary);
            }
        }
        return live;
    }

    /** Every matching rule. */
    BitSet matches(int[] classes) {
        var words = new long[pages];
        for (int summary = 0; summary < summaries; summary++) {
            for (long live = live(classes, summary); live != 0; live &= live - 1) {
                int page = (summary << 6) + Long.numberOfTrailingZeros(live);
                words[page] = page(classes, page);
            }
        }
        return BitSet.valueOf(words);
    }
}
