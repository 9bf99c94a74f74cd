package exeat.desk.queue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which something is due, both included. What has no day comes after all days.
 *
 * @param from empty for the beginning of the queue
 * @param until empty for its end
 */
public record DueSpan(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** The whole queue. */
    public static final DueSpan ALL = new DueSpan(Optional.empty(), Optional.empty());

    public static DueSpan until(LocalDate last) {
        return new DueSpan(Optional.empty(), Optional.of(last));
    }

    public static DueSpan from(LocalDate first) {
        return new DueSpan(Optional.of(first), Optional.empty());
    }

    public static DueSpan between(LocalDate first, LocalDate last) {
        return new DueSpan(Optional.of(first), Optional.of(last));
    }
}
