package exeat.rules.table;

import java.util.BitSet;
import java.util.List;

/** What each rule of a table asks itself of the inputs whose {@link ClassRanges} are coarse. */
final class RuleBounds {

    private final int[] inputs;

    /** By rule and input, the least slot that it takes and the greatest. */
    private final long[] bounds;

    /** The rules that do not take all between these: they are looked up in the exact sets. */
    private final BitSet ragged = new BitSet();

    private final List<Column> exact;
    private final CutIndex classes;

    RuleBounds(int rules, List<Integer> inputs, List<Column> columns) {
        this.inputs = inputs.stream().mapToInt(Integer::intValue).toArray();
        this.bounds = new long[2 * inputs.size() * rules];
        for (int at = 0; at < this.inputs.length; at++) {
            add(columns.get(this.inputs[at]), rules, at);
        }
        this.exact = ragged.isEmpty() ? List.of() : inputs.stream().map(columns::get).toList();
        this.classes =
                new CutIndex(exact.stream().map(Column::cuts).toList(), new int[exact.size()], 1);
    }

    private void add(Column column, int rules, int at) {
        var cuts = column.cuts();
        var spans = column.sets().spans(rules);
        for (int rule = 0; rule < rules; rule++) {
            var span = spans.get(rule);
            int place = 2 * (rule * inputs.length + at);
            bounds[place] = from(span.first(), cuts);
            bounds[place + 1] = from(span.last() + 1, cuts) - 1;
            if (span.hasGaps()) {
                ragged.set(rule);
            }
        }
    }

    /** The least slot of a value class; above all slots where there is no such class. */
    private static long from(int valueClass, long[] cuts) {
        if (valueClass == 0) {
            return -CutIndex.BEYOND;
        }
        return valueClass > cuts.length ? CutIndex.BEYOND : cuts[valueClass - 1];
    }

    /**
     * Whether the slots lie within the rule's bounds and, where it takes them with gaps, in none.
     */
    boolean hold(int rule, long[] slots) {
        int at = 2 * inputs.length * rule;
        for (int input : inputs) {
            long slot = slots[input];
            if (slot < bounds[at] || slot > bounds[at + 1]) {
                return false;
            }
            at += 2;
        }
        return !ragged.get(rule) || holdExactly(rule, slots);
    }

    private boolean holdExactly(int rule, long[] slots) {
        for (int at = 0; at < inputs.length; at++) {
            int valueClass = classes.row(at, slots[inputs[at]]);
            if ((exact.get(at).sets().page(valueClass, rule >>> 6) >>> rule & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
