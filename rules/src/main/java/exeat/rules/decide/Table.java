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

    /** What the table gives when these rules match. */
    List<T> hits(BitSet matched) {
        var found = new ArrayList<Integer>();
        int end = offset + rows.size();
        for (int bit = matched.nextSetBit(offset); bit >= 0 && bit < end; ) {
            found.add(bit - offset);
            bit = matched.nextSetBit(bit + 1);
        }
        var hits = found.stream();
        var ordered =
                switch (policy) {
                    case HitPolicy.Single single ->
                            switch (single) {
                                // Overlap is refused when the pack is read, so one at most is left.
                                case UNIQUE, ANY, FIRST -> hits.limit(1);
                                case PRIORITY -> hits.sorted(byRank()).limit(1);
                            };
                    case HitPolicy.Multiple multiple ->
                            switch (multiple) {
                                case RULE_ORDER -> hits;
                                case OUTPUT_ORDER -> hits.sorted(byRank());
                            };
                    case HitPolicy.Collect collect -> hits;
                };
        return ordered.map(rows::get).toList();
    }

    private Comparator<Integer> byRank() {
        return Comparator.comparing(ranks::get);
    }
}
