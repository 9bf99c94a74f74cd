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
                SecretEvent,
                ArchiveEvent,
                CaseEvent.SentUp,
                CaseEvent.Moved {
    /**
     * Filed. Nothing is live until each adult confirms.
     *
     * @param notInForce the directive's status if it was not in force: then no rule decides, and
     *     the issuer has the case
     */
    record Applied(
            DirectiveRef directive,
            Application application,
            AuthorityId holder,
            Optional<DirectiveStatus> notInForce)
            implements CaseEvent {}

    /**
     * From now on the case is under another version, because nobody in it is worse off; or again
     * under the same one, which was not in force when the case was filed.
     */
    record Moved(DirectiveRef from, DirectiveRef to) implements CaseEvent {}

    /**
     * The case went up because a unit had not acknowledged the directive, or was overdue with a
     * referred case or one ready for its paper.
     *
     * @param from the unit against which the delay counts
     */
    record SentUp(AuthorityId from, AuthorityId to) implements CaseEvent {}

    /**
     * Everything was erased that said who these travellers are and what was said about them.
     *
     * @param steps the steps whose content was erased; the events themselves stay
     * @param remains the state that remains; empty where the event is only shown to somebody
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

        /** This event, with the steps whose content is erased. */
        public CaseEvent.Erased over(List<Long> gone) {
            return new CaseEvent.Erased(travellers, erasure, gone, remains);
        }

        /**
         * Without the remaining state, to be shown, and without the steps: their numbers would tell
         * of those that the reader is not told of.
         */
        public CaseEvent.Erased told() {
            return new CaseEvent.Erased(travellers, erasure, List.of(), Optional.empty());
        }
    }

    /**
     * A unit's work in this case has moved to another; the deadlines stay.
     *
     * @param by the officer of the level above who moved it; empty where the unit has closed
     */
    record HandedOver(AuthorityId from, AuthorityId to, Optional<OfficerId> by, String reason)
            implements CaseEvent {}
}
