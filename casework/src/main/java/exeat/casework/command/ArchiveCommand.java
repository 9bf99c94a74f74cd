package exeat.casework.command;

import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A command on keeping or erasing a case. */
public sealed interface ArchiveCommand extends CaseCommand {
    /** The first of two officers of a supervising unit: erase a whole closed case. */
    record ProposeErasure(StreamId.CaseId stream, String basis, String reason)
            implements ArchiveCommand {}

    /**
     * The second officer agrees to the proposal that has these words, and the case is erased. They
     * are said again because they are all that remains of the case: a proposal that was replaced
     * after the second read it is not the one that they agree to.
     */
    record SecondErasure(StreamId.CaseId stream, String basis, String reason)
            implements ArchiveCommand {}

    /** A person has their own part of a closed case erased. */
    record EraseOwn(StreamId.CaseId stream, TravellerNo traveller) implements ArchiveCommand {}

    /** An order to keep the case: until it is lifted, nothing is erased. */
    record PlaceLegalHold(StreamId.CaseId stream, String order) implements ArchiveCommand {}

    record LiftLegalHold(StreamId.CaseId stream, String reason) implements ArchiveCommand {}

    /** The case may no longer be kept. Only the clock sends this. */
    record EraseByRetention(StreamId.CaseId stream, int days, String basis)
            implements ArchiveCommand {}

    /**
     * Erased data came back with an older copy of the database. Only the clock sends this.
     *
     * @param was the reason why it was erased
     */
    record EraseAgain(StreamId.CaseId stream, Set<TravellerNo> travellers, String was)
            implements ArchiveCommand {
        public EraseAgain {
            travellers = Collections.unmodifiableSet(new TreeSet<>(travellers));
        }
    }
}
