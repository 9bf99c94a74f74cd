package exeat.rules.table;

import java.util.List;

/** Which rules of a table match the slots of a case. Rules are numbered as the policy has them. */
sealed interface RuleSearch permits SinglePageSearch, MultiPageSearch {

    int NONE = -1;

    /** The first rule that matches, or {@link #NONE}. */
    int first(long[] slots);

    /** The first rule from a number on that matches, or {@link #NONE}. */
    int next(long[] slots, int from);

    static RuleSearch of(int rules, List<Column> columns) {
        return rules <= Long.SIZE
                ? new SinglePageSearch(rules, columns)
                : new MultiPageSearch(rules, columns);
    }
}
