package exeat.rules.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A value strictly between two others, if there is one; an empty bound does not limit it. */
public final class Midpoint {

    private Midpoint() {}

    public static Optional<BigDecimal> numbers(
            Optional<BigDecimal> low, Optional<BigDecimal> high) {
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.of(
                    low.map(n -> n.add(BigDecimal.ONE))
                            .or(() -> high.map(n -> n.subtract(BigDecimal.ONE)))
                            .orElse(BigDecimal.ZERO));
        }
        return Optional.of(low.get().add(high.get()).divide(BigDecimal.TWO));
    }

    public static Optional<LocalDate> days(Optional<LocalDate> low, Optional<LocalDate> high) {
        if (low.equals(Optional.of(LocalDate.MAX)) || high.equals(Optional.of(LocalDate.MIN))) {
            return Optional.empty();
        }
        var sample =
                low.map(day -> day.plusDays(1))
                        .or(() -> high.map(day -> day.minusDays(1)))
                        .orElse(LocalDate.EPOCH);
        return Optional.of(sample).filter(day -> high.isEmpty() || day.isBefore(high.get()));
    }
}
