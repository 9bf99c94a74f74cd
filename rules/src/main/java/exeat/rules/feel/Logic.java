package exeat.rules.feel;

import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.ValueOrder;
import exeat.rules.feel.value.Values;
import java.util.function.IntPredicate;

/** Three-valued logic (DMN 1.5, 10.3.2). Any value that is not boolean counts as null. */
final class Logic {

    private Logic() {}

    static FeelValue and(FeelValue left, FeelValue right) {
        if (left.equals(Values.FALSE) || right.equals(Values.FALSE)) {
            return Values.FALSE;
        }
        return left.isTrue() && right.isTrue() ? Values.TRUE : Values.NULL;
    }

    static FeelValue or(FeelValue left, FeelValue right) {
        if (left.isTrue() || right.isTrue()) {
            return Values.TRUE;
        }
        boolean both = left.equals(Values.FALSE) && right.equals(Values.FALSE);
        return both ? Values.FALSE : Values.NULL;
    }

    static FeelValue not(FeelValue value) {
        return value instanceof Truth(var truth) ? Values.of(!truth) : Values.NULL;
    }

    /** Whether two values are in the given order; null if they cannot be compared. */
    static FeelValue ordered(FeelValue left, FeelValue right, IntPredicate wanted) {
        var order = ValueOrder.compare(left, right);
        return order.isPresent() ? Values.of(wanted.test(order.getAsInt())) : Values.NULL;
    }
}
