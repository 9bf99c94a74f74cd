package exeat.oversight.watch;

import exeat.oversight.WorkItem;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A period in which one traveller's case waited for a unit to do one kind of work. While a question
 * is open, it does not wait for the unit; a new wait begins with the answer.
 *
 * @param file the application, by a neutral id
 * @param due the last day by the rule that orders the queue
 * @param until when it ended; empty while it lasts
 * @param how how it ended, or that it lasts
 */
public record Wait(
        String file,
        int traveller,
        AuthorityId unit,
        WorkItem.Kind kind,
        Instant from,
        Optional<LocalDate> due,
        Optional<Instant> until,
        How how) {

    /** How a wait ended. */
    public enum How {
        LASTS,
        /** An officer did the work. */
        SERVED,
        /** It was not done in time: the clock sent it up. */
        SENT_UP,
        /** The traveller left, or they were asked. */
        ELSEWHERE
    }

    boolean isServed() {
        return how == How.SERVED;
    }

    /** Whether it waits at a time. */
    boolean waits(Instant at) {
        return !from.isAfter(at) && until.filter(end -> !end.isAfter(at)).isEmpty();
    }
}
