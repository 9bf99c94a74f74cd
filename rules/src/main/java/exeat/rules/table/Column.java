package exeat.rules.table;

import exeat.rules.decide.ColumnBitmaps;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One input of a table that rules test, as it is compiled: how its values become slots, slots value
 * classes, and value classes sets of rules.
 */
final class Column {

    private final Input input;
    private final boolean hasOrder;
    private final long[] cuts;
    private final ColumnBitmaps sets;

    private Column(Input input, boolean hasOrder, long[] cuts, ColumnBitmaps sets) {
        this.input = input;
        this.hasOrder = hasOrder;
        this.cuts = cuts;
        this.sets = sets;
    }

    /** Of slots without an order, from 0: each is a value class. */
    static Column listed(Input input, ColumnBitmaps sets) {
        var cuts = LongStream.range(1, sets.classes()).toArray();
        return new Column(input, false, cuts, sets);
    }

    /**
     * @param cuts the slots at which the set of rules changes, ascending, at least one
     */
    static Column ordered(Input input, long[] cuts, ColumnBitmaps sets) {
        return new Column(input, true, cuts.clone(), sets);
    }

    /** What remains of it when the table is compiled. */
    Input input() {
        return input;
    }

    boolean hasOrder() {
        return hasOrder;
    }

    /** A slot's value class is how many of these, ascending, do not lie above it. */
    long[] cuts() {
        return cuts.clone();
    }

    ColumnBitmaps sets() {
        return sets;
    }

    /**
     * How values become slots.
     *
     * @param allowed the declared input values
     */
    record Input(String name, SlotEncoding axis, UnaryTest allowed) {

        /**
         * The slot of a value.
         *
         * @throws IllegalArgumentException if the input cannot have it; the message names the input
         *     and never the value
         */
        long slot(@Nullable Object value) {
            long slot;
            try {
                slot = axis.slot(value);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(name + " " + wrong.getMessage());
            }
            if (value != null
                    && !(allowed instanceof UnaryTest.Any)
                    && !Conditions.match(allowed, SlotEncoding.value(axis, value))) {
                throw new IllegalArgumentException(
                        name + " must be among the declared input values");
            }
            return slot;
        }
    }
}
