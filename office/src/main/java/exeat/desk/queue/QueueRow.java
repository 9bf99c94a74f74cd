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
 * @param name as the reader may see it
 * @param task the clearance's name, or {@code decide}, {@code second}, {@code authorise}, {@code
 *     hold}, {@code appeal}, {@code confirm}, {@code cross}, {@code stop}
 * @param stage empty where no more is told than that somebody is there
 * @param unit whose work it is
 */
public record QueueRow(
        StreamId.CaseId id,
        String number,
        TravellerNo traveller,
        String name,
        Optional<Stage> stage,
        String task,
        AuthorityId unit,
        Instant since,
        Optional<LocalDate> due) {}
