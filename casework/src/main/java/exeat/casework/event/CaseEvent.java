package exeat.casework.event;

import exeat.casework.state.Erasure;
import exeat.casework.state.Tombstone;
import exeat.casework.value.Application;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An event in the life of an application. */
public sealed interface CaseEvent extends Event
        permits CaseEvent.Erased,
                CaseEvent.HandedOver,
                TravellerEvent,
                CaseEvent.Applied,
                CaseEvent.SecretIssued,
                ArchiveEvent,
                CaseEvent.SentUp,
                CaseEvent.Moved {
    /**
     * Filed. Until each adult confirms, nothing of it is live.
     *
     * @param without how the directive stood where it was not in force: then no rule decides it,
     *     and its issuer has the file
     */
    record Applied(
            DirectiveRef directive,
            Application application,
            AuthorityId holder,
            Optional<DirectiveStatus> without)
            implements CaseEvent {}

    /**
     * The file is under another version from now on, for nobody in it is worse off under it; or
     * under the same one, which was not in force when it was filed and is again.
     */
    record Moved(DirectiveRef from, DirectiveRef to) implements CaseEvent {}

    /**
     * A person's own secret was made.
     *
     * @param by the officer who handed it over; empty for whoever filed
     * @param seen what identified the person, where that had to be written down
     */
    record SecretIssued(TravellerNo to, Optional<OfficerId> by, Optional<String> seen)
            implements CaseEvent {}

    /**
     * The file went up because a unit had not acknowledged the directive, or had left what was
     * referred to it, or ready for its paper, past its day.
     *
     * @param from the unit to which the delay is booked
     */
    record SentUp(AuthorityId from, AuthorityId to) implements CaseEvent {}

    /**
     * Of these travellers everything was erased that said who they are and what was said of them.
     *
     * @param steps whose payload went with it; the events themselves stay
     * @param remains what is left, to go on from; empty where somebody is only told of it
     */
    record Erased(
            SortedSet<TravellerNo> travellers,
            Erasure erasure,
            List<Long> steps,
            Optional<Tombstone> remains)
            implements CaseEvent {
        public Erased {
            travellers = Collections.unmodifiableSortedSet(new TreeSet<>(travellers));
            steps = List.copyOf(steps);
        }

        /** With the steps whose payload goes with it. */
        public CaseEvent.Erased over(List<Long> gone) {
            return new CaseEvent.Erased(travellers, erasure, gone, remains);
        }

        /** Without what is left, for whoever is told. */
        public CaseEvent.Erased told() {
            return new CaseEvent.Erased(travellers, erasure, steps, Optional.empty());
        }
    }

    /**
     * What one unit had to do in this case, another has from now on; the clocks run on.
     *
     * @param by the officer of the level above who moved it; empty where the unit has closed
     */
    record HandedOver(AuthorityId from, AuthorityId to, Optional<OfficerId> by, String reason)
            implements CaseEvent {}
}
