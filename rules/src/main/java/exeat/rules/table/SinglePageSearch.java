package exeat.rules.table;

import java.util.ArrayList;
import java.util.List;

/**
 * At most 64 rules: of each input the set that its place leaves possible, a word, and of these the
 * intersection. Inputs of few values stand together and have one set for each combination.
 */
final class SinglePageSearch implements RuleSearch {

    private static final int MAX_COMBINATIONS = 1024;

    private final JointIndex together;

    /** The inputs that stand alone. */
    private final int[] alone;

    private final CutIndex places;
    private final long[] sets;

    SinglePageSearch(int rules, List<Column> columns) {
        this.together = JointIndex.of(columns, MAX_COMBINATIONS);
        this.alone = together.others(columns.size());
        var made = new ArrayList<long[]>();
        together.rows(rules, columns).forEach(made::add);
        var begins = new int[alone.length];
        var cuts = new ArrayList<long[]>();
        for (int at = 0; at < alone.length; at++) {
            begins[at] = made.size();
            var column = columns.get(alone[at]);
            cuts.add(column.cuts());
            for (int valueClass = 0; valueClass < column.sets().classes(); valueClass++) {
                made.add(new long[] {column.sets().page(valueClass, 0)});
            }
        }
        this.sets = made.stream().mapToLong(set -> set[0]).toArray();
        this.places = new CutIndex(cuts, begins, 1);
    }

    /** The rules that match, a bit each. */
    private long hits(long[] slots) {
        long hits = sets[together.row(slots)];
        for (int at = 0; at < alone.length; at++) {
            hits &= sets[places.row(at, slots[alone[at]])];
        }
        return hits;
    }

    @Override
    public int first(long[] slots) {
        int first = Long.numberOfTrailingZeros(hits(slots));
        return first | -(first >>> 6); // 64 becomes NONE, without a branch
    }

    @Override
    public int next(long[] slots, int from) {
        long hits = from < Long.SIZE ? hits(slots) & (-1L << from) : 0;
        return hits == 0 ? NONE : Long.numberOfTrailingZeros(hits);
    }
}
