package exeat.desk.queue;

import exeat.casework.state.Stage;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param name as the reader may see it; empty where it is not shown
 * @param unnamed why it is not shown; empty where it is
 * @param task the clearance's name, or {@code decide}, {@code second}, {@code authorise}, {@code
 *     hold}, {@code appeal}, {@code confirm}, {@code cross}, {@code stop}
 * @param stage empty where no more is told than that somebody is there
 * @param unit whose work it is
 * @param heard of what a second officer decides, the last day on which the person can answer it, as
 *     they were told; empty before it was handed over, and of anything else
 */
public record QueueRow(
        StreamId.CaseId id,
        String number,
        TravellerNo traveller,
        String name,
        Optional<Unnamed> unnamed,
        Optional<Stage> stage,
        String task,
        AuthorityId unit,
        Instant since,
        Optional<LocalDate> due,
        Optional<LocalDate> heard) {

    /** The thing to do, without who it is about. */
    public QueueItem item() {
        return new QueueItem(id, traveller, task);
    }

    /** Why a list shows no name. It is the same for everybody in the same place. */
    public enum Unnamed {
        /** Nobody has established who it is, and the reader's unit only supervises the case. */
        UNPROVED,
        /** The task is done without knowing more than that somebody is there. */
        IN_PERSON,
        /** The reader's lists showed as many names as they may within an hour. */
        LIMIT
    }
}
