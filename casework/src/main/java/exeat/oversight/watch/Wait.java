package exeat.oversight.watch;

import exeat.oversight.WorkItem;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time in which one traveller's file waited on a unit for one kind of work. While the person is
 * asked, nothing waits on the unit, and a new wait begins with the answer.
 *
 * @param file the application, by a word that says nothing of anybody
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
        /** Nobody did it by its day: the clock sent it up. */
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
