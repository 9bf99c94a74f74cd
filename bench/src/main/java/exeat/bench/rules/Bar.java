package exeat.bench.rules;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One promised figure, and the measured one.
 *
 * @param measured empty if this run did not measure it
 * @param atMost whether the bound is an upper or a lower limit
 */
record Bar(String what, OptionalDouble measured, double bound, boolean atMost, String unit) {

    static Bar atMost(String what, OptionalDouble measured, double bound, String unit) {
        return new Bar(what, measured, bound, true, unit);
    }

    static Bar atLeast(String what, OptionalDouble measured, double bound, String unit) {
        return new Bar(what, measured, bound, false, unit);
    }

    /** Whether the bar is met; an unmeasured bar counts as met. */
    boolean met() {
        return measured.isEmpty()
                || (atMost ? measured.getAsDouble() <= bound : measured.getAsDouble() >= bound);
    }

    String line() {
        boolean isKnown = measured.isPresent();
        return String.format(
                Locale.ROOT,
                "  %-66s %12s %s  (bar: at %s %,.0f)  %s",
                what,
                isKnown ? String.format(Locale.ROOT, "%,.1f", measured.getAsDouble()) : "-",
                unit,
                atMost ? "most" : "least",
                bound,
                isKnown ? met() ? "met" : "NOT MET" : "not measured");
    }
}
