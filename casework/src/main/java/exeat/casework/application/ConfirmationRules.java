package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.GuardianRules;
import exeat.casework.decide.MissingSafeguard;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.evolve.TravellerDraft;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OwnWords;
import exeat.casework.value.Safeguard;
import exeat.rules.finding.Consequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The act that makes an application live: each adult's own confirmation; for a minor, the consent
 * of everyone with parental responsibility, or of a court in their place. And the act that ends it.
 */
final class ConfirmationRules {

    private ConfirmationRules() {}

    static Response confirm(TravellerContext m, TravellerCommand.Confirm confirm) {
        var mustTell = m.directive().purposes().givesUp(m.traveller().traveller().purpose());
        boolean again = isOwnWordMissing(m);
        return Check.that(m.isParty(m.no()) && !m.isMinor(), Code.NOT_ALLOWED, "actor")
                .and(
                        again || m.may(StageTransitions.Transition.CONFIRMED),
                        Code.WRONG_STAGE,
                        "stage")
                .and(confirm.told().containsAll(mustTell), Code.NOT_TOLD, "told")
                .then(() ->
                        again
                                ? List.of(ofAge(m, confirm.told()))
                                : confirmedByAdult(m, confirm.told()));
    }

    /** Possible until the crossing; for a minor, any one guardian can withdraw their consent. */
    static Response withdraw(TravellerContext m) {
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(m.may(StageTransitions.Transition.WITHDRAWN), Code.WRONG_STAGE, "stage")
                .then(() -> List.of(new TravellerEvent.Withdrawn(m.no())));
    }

    private static Event ofAge(TravellerContext m, Set<Consequence> told) {
        return new TravellerEvent.ConfirmedOfAge(m.no(), told);
    }

    /**
     * Somebody who was entered as a minor and confirms as an adult has also confirmed being of age.
     */
    private static List<Event> confirmedByAdult(TravellerContext m, Set<Consequence> told) {
        var events = new ArrayList<>(confirmed(m, m.traveller(), told));
        if (!m.traveller().traveller().guardians().isEmpty()) {
            events.add(1, ofAge(m, told));
        }
        return events;
    }

    /** Whether guardians made the application live, and the traveller has come of age since. */
    static boolean isOwnWordMissing(TravellerContext m) {
        return m.stage() != Stage.UNCONFIRMED
                && !m.isMinor()
                && !m.traveller().traveller().guardians().isEmpty()
                && m.traveller().confirmedOfAge().isEmpty();
    }

    /** The confirmation, and with it the rules' decision. */
    private static List<Event> confirmed(
            TravellerContext m, TravellerState state, Set<Consequence> told) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.Confirmed(m.no(), told));
        events.addAll(DecisionRules.decide(m, state.facts()));
        return events;
    }

    static Response meetSafeguard(TravellerContext m, TravellerCommand.MeetSafeguard meet) {
        var safeguard = meet.safeguard();
        return Check.that(m.isMinor(), Code.NOT_ALLOWED, "safeguard")
                .and(() -> mayMeet(m, safeguard))
                .and(!isMet(m, m.traveller(), safeguard), Code.ALREADY_EXISTS, "safeguard")
                .then(() -> met(m, safeguard));
    }

    private static Optional<Rejection> mayMeet(TravellerContext m, Safeguard safeguard) {
        return switch (safeguard) {
            case Safeguard.Consent consent -> mayConsent(m, consent);
            case Safeguard.Court(var number) -> recorded(m, number);
            case Safeguard.Heard(var record) -> recorded(m, record);
            case Safeguard.GuardianNamed(var name, var evidence) ->
                    recorded(m, name).or(() -> recorded(m, evidence));
            case Safeguard.BestInterests(var assessment) -> recorded(m, assessment);
        };
    }

    private static Optional<Rejection> recorded(TravellerContext m, String evidence) {
        return Check.that(isAtTheCounter(m), Code.NOT_ALLOWED, "unit")
                .and(!OwnWords.isEmpty(evidence), Code.REASON_MISSING, "evidence")
                .failure();
    }

    private static boolean isAtTheCounter(TravellerContext m) {
        return IntakeRules.isAtTheCounter(m.state(), m.context());
    }

    /**
     * A guardian in this application consents personally; for any other, an officer records a
     * document.
     */
    private static Optional<Rejection> mayConsent(TravellerContext m, Safeguard.Consent consent) {
        var guardians = m.traveller().traveller().guardians();
        if (consent.guardian() < 0 || consent.guardian() >= guardians.size()) {
            return Check.no(Code.NOT_FOUND, "guardian");
        }
        var party = guardians.get(consent.guardian()).party();
        return party.isPresent()
                ? Check.that(m.isParty(party.get()), Code.NOT_ALLOWED, "actor").failure()
                : recorded(m, consent.evidence());
    }

    private static boolean isMet(TravellerContext m, TravellerState state, Safeguard safeguard) {
        return state.safeguards().stream().anyMatch(met -> isSame(m, met, safeguard));
    }

    private static boolean isSame(TravellerContext m, Safeguard met, Safeguard other) {
        if (met instanceof Safeguard.Consent mine && other instanceof Safeguard.Consent theirs) {
            return GuardianRules.isSame(
                    mine.guardian(),
                    theirs.guardian(),
                    m.traveller().traveller().guardians(),
                    m.state().application().travellers());
        }
        return met.getClass().equals(other.getClass());
    }

    private static List<Event> met(TravellerContext m, Safeguard safeguard) {
        var events = new ArrayList<Event>();
        var event = new TravellerEvent.SafeguardMet(m.no(), safeguard);
        events.add(event);
        var draft = new TravellerDraft(m.traveller());
        draft.safeguards.add(safeguard);
        if (m.may(StageTransitions.Transition.CONFIRMED) && isConsented(m, draft.build())) {
            // What a minor was told is recorded in the hearing, not by ticking a box.
            events.addAll(confirmed(m, m.traveller(), Set.of()));
        }
        return events;
    }

    private static boolean isConsented(TravellerContext m, TravellerState state) {
        return MissingSafeguard.isConsented(state, m.state().application().travellers());
    }

    /**
     * Whether all safeguards of a minor are met: consent, a hearing, and for a child without a
     * travelling guardian also a named companion and an assessment. Adults need none.
     */
    static boolean isSafeguarded(TravellerContext m) {
        return isSafeguarded(m, MissingSafeguard::isTravelling);
    }

    /**
     * Whether a minor is safeguarded at the crossing, where only a guardian counts who can leave
     * now or has left.
     */
    static boolean isSafeguardedOnTheWay(TravellerContext m) {
        return isSafeguarded(m, guardian -> isOnTheWay(guardian, m.today()));
    }

    private static boolean isSafeguarded(TravellerContext m, Predicate<TravellerState> travelling) {
        return !m.isMinor()
                || MissingSafeguard.of(
                                m.traveller(),
                                m.state().application().travellers(),
                                no ->
                                        Optional.ofNullable(m.state().travellers().get(no))
                                                .filter(travelling)
                                                .isPresent())
                        .isEmpty();
    }

    private static boolean isOnTheWay(TravellerState guardian, LocalDate today) {
        return !guardian.isSuspended()
                && switch (guardian.stage()) {
                    case AUTHORISED -> canLeave(guardian, today);
                    case DEPARTED, CLOSED ->
                            guardian.parts().stream()
                                    .noneMatch(
                                            part -> part.direction() == CrossingDirection.RETURN);
                    case UNCONFIRMED,
                            UNANSWERED,
                            REFERRED,
                            APPROVED,
                            SET_ASIDE,
                            REVOKED,
                            REFUSED,
                            WITHDRAWN ->
                            false;
                };
    }

    private static boolean canLeave(TravellerState guardian, LocalDate today) {
        return guardian.openHolds().isEmpty()
                && guardian.stop().isEmpty()
                && guardian.paper().filter(paper -> paper.isValidOn(today)).isPresent();
    }
}
