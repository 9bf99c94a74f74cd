package exeat.rules.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days for which a version of a directive is meant, in the directive's zone. Its issuer decides
 * whether it is put in force.
 *
 * @param from the first day; from ever where none is given
 * @param until the last day; without end where none is given
 */
public record InForcePeriod(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final InForcePeriod ALWAYS =
            new InForcePeriod(Optional.empty(), Optional.empty());

    public InForcePeriod {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("in force until before from: " + from + until);
        }
    }

    public boolean on(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
