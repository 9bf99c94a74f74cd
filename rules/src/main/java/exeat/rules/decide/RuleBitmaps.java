package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the matching rules: the intersection of the sets that each input's value class leaves
 * possible.
 */
final class RuleBitmaps {

    private final ColumnBitmaps[] columns;
    private final int rules;

    RuleBitmaps(int rules, List<ColumnBitmaps> columns) {
        this.columns = columns.toArray(ColumnBitmaps[]::new);
        this.rules = rules;
    }

    List<ColumnBitmaps> columns() {
        return List.of(columns);
    }

    ColumnBitmaps column(int input) {
        return columns[input];
    }

    /** The rules that no known class rules out; an open input rules nothing out. */
    BitSet matches(EncodedFacts known) {
        var words = new long[ColumnBitmaps.pagesFor(rules)];
        for (int page = 0; page < words.length; page++) {
            long left = page == words.length - 1 ? -1L >>> -rules : -1L;
            for (int at = 0; at < columns.length && left != 0; at++) {
                int valueClass = known.valueClass(at);
                if (valueClass != EncodedFacts.OPEN) {
                    left &= columns[at].page(valueClass, page);
                }
            }
            words[page] = left;
        }
        return BitSet.valueOf(words);
    }
}
