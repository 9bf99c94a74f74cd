package exeat.casework.event;

import exeat.casework.value.Admission;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ProtectionClaim;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.UnprovedActKind;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.util.Arrays;
import java.util.Optional;

/** What was said of protection: nobody but the person, and who hears them, is told. */
public sealed interface ProtectionEvent extends TravellerEvent {

    /**
     * Protection was claimed: nothing more is disclosed of the traveller.
     *
     * @param how empty in events from before it was kept, which stop every step
     */
    record ProtectionClaimed(TravellerNo traveller, Optional<ProtectionClaim> how)
            implements ProtectionEvent {}

    record ProtectionClaimEnded(TravellerNo traveller) implements ProtectionEvent {}

    /** It was not they who ended their claim by this request: it stands again as it was. */
    @StoredAs(fields = {"traveller", "request"})
    record ProtectionClaimRestored(TravellerNo traveller, int request) implements ProtectionEvent {}

    /**
     * One protection officer heard the person alone. What follows from it waits until a second one
     * heard the same; that they seek protection stops steps for a while at once.
     *
     * @param confirmed whether the person said that they seek protection
     * @param seen what identified the person
     */
    @StoredAs(fields = {"traveller", "by", "unit", "confirmed", "seen", "words"})
    record ProtectionHeardOnce(
            TravellerNo traveller,
            OfficerId by,
            AuthorityId unit,
            boolean confirmed,
            String seen,
            String words)
            implements ProtectionEvent {}

    /**
     * A protection officer heard the person alone: the second who heard the same, but in what is
     * older the only one.
     *
     * @param confirmed whether the person said that they seek protection
     * @param seen what identified the person
     */
    @StoredAs(fields = {"traveller", "by", "unit", "confirmed", "seen", "words"})
    record ProtectionHeard(
            TravellerNo traveller,
            OfficerId by,
            AuthorityId unit,
            boolean confirmed,
            String seen,
            String words)
            implements ProtectionEvent {}

    /** Somebody else's claim was not confirmed in time: steps go on, the block stays. */
    @StoredAs(fields = {"traveller"})
    record ProtectionLapsed(TravellerNo traveller) implements ProtectionEvent {}

    /** Nobody answered: the protection officers above are to hear the person. */
    @StoredAs(fields = {"traveller", "from", "to"})
    record ProtectionEscalated(TravellerNo traveller, AuthorityId from, AuthorityId to)
            implements ProtectionEvent {}

    /**
     * Somebody stood before a protection officer, who identified them and recorded what they ask
     * for. Nothing follows until a second officer has identified them too.
     *
     * @param request counted for this traveller, from 1
     * @param withdrawal whether to leave the application; else to end their claim
     * @param seen what identified the person
     * @param against the request of which they say that it was not theirs: what it did is to be
     *     undone, and nothing else; empty for none
     */
    @StoredAs(fields = {"traveller", "request", "withdrawal", "by", "unit", "seen", "against"})
    record InPersonAsked(
            TravellerNo traveller,
            int request,
            boolean withdrawal,
            OfficerId by,
            AuthorityId unit,
            String seen,
            Optional<Integer> against)
            implements ProtectionEvent {}

    /**
     * What somebody is said to have asked for in person does not happen.
     *
     * @param by the officer who took it back; empty where the person objected, or time ran out
     */
    @StoredAs(fields = {"traveller", "request", "objected", "by", "reason"})
    record InPersonStopped(
            TravellerNo traveller,
            int request,
            boolean objected,
            Optional<OfficerId> by,
            String reason)
            implements ProtectionEvent {}

    /**
     * The next actor stood in person before an officer of a unit that protects: the second, but in
     * what is older the only one.
     *
     * @param request what is agreed to; empty in what is older, where only one could be asked for
     */
    @StoredAs(fields = {"traveller", "by", "unit", "seen", "request"})
    record IdentifiedInPerson(
            TravellerNo traveller,
            OfficerId by,
            AuthorityId unit,
            String seen,
            Optional<Integer> request)
            implements ProtectionEvent {}

    /** The person lifted the block on disclosure for one recipient. */
    @StoredAs(fields = {"traveller", "to"})
    record ProtectionAdmitted(TravellerNo traveller, Admission to) implements ProtectionEvent {}

    /**
     * What somebody did with a secret that is not proved to be the person's, and for which it has
     * no power: it shows to them as done, and nothing comes of it but that, after {@link
     * UnprovedActKind#LEFT}, no step goes on, and after {@link UnprovedActKind#TOOK_BACK} steps are
     * stopped no longer by what the same secret had claimed.
     *
     * @param to for whom the block was to be lifted; only of {@link UnprovedActKind#ADMITTED}
     */
    @StoredAs(fields = {"traveller", "kind", "to"})
    record UnprovedAct(TravellerNo traveller, UnprovedActKind kind, Optional<Admission> to)
            implements ProtectionEvent {

        /** The event that the actor is shown. */
        public TravellerEvent shown() {
            return switch (kind) {
                case LEFT -> new TravellerEvent.Withdrawn(traveller);
                case ENDED_CLAIM, TOOK_BACK -> new ProtectionClaimEnded(traveller);
                case ADMITTED -> new ProtectionAdmitted(traveller, to.orElseThrow());
            };
        }

        /**
         * Whether an event looks like one of those that are shown as done. The log has such an act
         * under its own name, so no proof can show it as done.
         */
        public static boolean isLike(Event event) {
            return event instanceof TravellerEvent own
                    && Arrays.stream(UnprovedActKind.values())
                            .map(kind -> new UnprovedAct(own.traveller(), kind, toThemselves(own)))
                            .anyMatch(act -> act.shown().getClass() == own.getClass());
        }

        private static Optional<Admission> toThemselves(TravellerEvent event) {
            return Optional.of(new Admission.ToTraveller(event.traveller()));
        }
    }
}
