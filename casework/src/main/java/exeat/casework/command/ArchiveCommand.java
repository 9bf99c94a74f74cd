package exeat.casework.command;

import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A command on what is kept of a file, and for how long. */
public sealed interface ArchiveCommand extends CaseCommand {
    /** The first of two officers of a unit that supervises: erase all of a file that has ended. */
    record ProposeErasure(StreamId.CaseId stream, String basis, String reason)
            implements ArchiveCommand {}

    /** The second: it is erased. */
    record SecondErasure(StreamId.CaseId stream) implements ArchiveCommand {}

    /** A person has their own part of a file erased that has ended. */
    record EraseOwn(StreamId.CaseId stream, TravellerNo traveller) implements ArchiveCommand {}

    /** A legal hold: until it is lifted nothing of the file is erased. */
    record PlaceLegalHold(StreamId.CaseId stream, String order) implements ArchiveCommand {}

    record LiftLegalHold(StreamId.CaseId stream, String reason) implements ArchiveCommand {}

    /** The time for which a file may be kept has passed. Given by the clock alone. */
    record EraseByRetention(StreamId.CaseId stream, int days, String basis)
            implements ArchiveCommand {}

    /**
     * What was erased came back with an older copy of the database. Given by the clock alone.
     *
     * @param was why it was erased then
     */
    record EraseAgain(StreamId.CaseId stream, Set<TravellerNo> travellers, String was)
            implements ArchiveCommand {
        public EraseAgain {
            travellers = Collections.unmodifiableSet(new TreeSet<>(travellers));
        }
    }
}
