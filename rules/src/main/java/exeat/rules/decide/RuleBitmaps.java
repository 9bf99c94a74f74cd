package exeat.rules.decide;

import java.util.BitSet;
import java.util.List;

/**
 * Which rules match: of each input the set that its value class leaves possible, and of these the
 * intersection.
 */
final class RuleBitmaps {

    /** In place of a value class: nothing is known of this input, and it rules nothing out. */
    static final int UNKNOWN = -1;

    private final ColumnBitmaps[] columns;
    private final int rules;

    RuleBitmaps(int rules, List<ColumnBitmaps> columns) {
        this.columns = columns.toArray(ColumnBitmaps[]::new);
        this.rules = rules;
    }

    ColumnBitmaps column(int input) {
        return columns[input];
    }

    /**
     * Every matching rule.
     *
     * @param classes the value class of every input, or {@link #UNKNOWN}
     */
    BitSet matches(int[] classes) {
        var words = new long[ColumnBitmaps.pagesFor(rules)];
        for (int page = 0; page < words.length; page++) {
            long left = page == words.length - 1 ? -1L >>> -rules : -1L;
            for (int at = 0; at < classes.length && left != 0; at++) {
                if (classes[at] != UNKNOWN) {
                    left &= columns[at].page(classes[at], page);
                }
            }
            words[page] = left;
        }
        return BitSet.valueOf(words);
    }
}
