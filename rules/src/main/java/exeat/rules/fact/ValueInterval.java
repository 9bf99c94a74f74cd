package exeat.rules.fact;

import java.util.Optional;

/**
 * A stretch of numbers or dates.
 *
 * @param low the lower bound; none where there is no lowest value
 * @param withLow whether the lower bound itself belongs to it
 * @param high the upper bound; none where there is no highest value
 * @param withHigh whether the upper bound itself belongs to it
 */
public record ValueInterval(
        Optional<Value> low, boolean withLow, Optional<Value> high, boolean withHigh) {

    /** Exactly one value. */
    public static ValueInterval of(Value point) {
        return new ValueInterval(Optional.of(point), true, Optional.of(point), true);
    }

    /** This stretch and the one that begins where it ends. */
    public ValueInterval and(ValueInterval next) {
        return new ValueInterval(low, withLow, next.high, next.withHigh);
    }
}
