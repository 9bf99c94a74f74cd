package exeat.rules;

import exeat.rules.dmn.UnaryTest;
import org.jspecify.annotations.Nullable;

/**
 * One input of a compiled table that rules test: how its values become slots, slots value classes,
 * and value classes sets of rules.
 */
final class Column {

    private final String name;
    private final Axis axis;
    private final UnaryTest allowed;
    private final ColumnSets sets;
    private final long[] cuts;
    private final Cuts search;

    /**
     * @param allowed the declared input values
     * @param cuts the slots at which the set of rules changes, ascending, where slots have an
     *     order, at least one; empty where each slot is a class of its own
     */
    Column(String name, Axis axis, UnaryTest allowed, long[] cuts, ColumnSets sets) {
        this.name = name;
        this.axis = axis;
        this.allowed = allowed;
        this.cuts = cuts;
        this.search = new Cuts(cuts.length == 0 ? new long[] {Axis.LEAST} : cuts);
        this.sets = sets;
    }

    String name() {
        return name;
    }

    /** The slots at which the set of rules changes; empty where slots have no order. */
    long[] cuts() {
        return cuts.clone();
    }

    ColumnSets sets() {
        return sets;
    }

    /**
     * The slot of a value.
     *
     * @throws IllegalArgumentException if the input cannot have it; the message names the input and
     *     never the value
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
                && !Conditions.match(allowed, Axis.value(axis, value))) {
            throw new IllegalArgumentException(name + " must be among the declared input values");
        }
        return slot;
    }

    /** The value class of a slot: for slots with an order, how many cuts do not lie above it. */
    int classOf(long slot) {
        return cuts.length > 0 ? search.upTo(slot) : (int) slot;
    }
}
