package exeat.rules.decide;

import exeat.rules.dmn.HitPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A decision table, compiled: its rules are bits of one set that all tables of a directive share.
 *
 * @param offset the bit of its first rule
 * @param rows what each rule gives
 * @param ranks the rank of each rule by the declared output values, best first, all 0 where the
 *     policy does not rank
 */
public record Table<T>(HitPolicy policy, int offset, List<T> rows, List<Integer> ranks) {

    public Table {
        rows = List.copyOf(rows);
        ranks = List.copyOf(ranks);
    }

    /** Whether the rule that counts is the first that matches. */
    boolean isFirst() {
        return policy instanceof HitPolicy.Single && policy != HitPolicy.Single.PRIORITY;
    }

    /** What the table gives when these rules match. */
    List<T> hits(BitSet matched) {
        var ordered = ordered(matched);
        return policy instanceof HitPolicy.Single ? ordered.stream().limit(1).toList() : ordered;
    }

    /** What each of these rules gives, in the order in which one counts before another. */
    List<T> ordered(BitSet matched) {
        var found = new ArrayList<Integer>();
        int end = offset + rows.size();
        for (int bit = matched.nextSetBit(offset); bit >= 0 && bit < end; ) {
            found.add(bit - offset);
            bit = matched.nextSetBit(bit + 1);
        }
        boolean ranked =
                policy == HitPolicy.Single.PRIORITY || policy == HitPolicy.Multiple.OUTPUT_ORDER;
        if (ranked) {
            found.sort(Comparator.comparing(ranks::get));
        }
        return found.stream().map(rows::get).toList();
    }
}
