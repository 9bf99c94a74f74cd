package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two officers can do, when, and with which effect. */
final class TwoOfficerActRules {

    private TwoOfficerActRules() {}

    /** The holder's officers; a hold also those of a unit that has a clearance to answer. */
    static boolean mayPropose(TravellerContext m, TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.PlaceHold hold -> HoldRules.mayPlace(m, hold);
            case TwoOfficerAct.ExtendHold extend ->
                    m.traveller()
                            .hold(extend.hold())
                            .filter(hold -> m.isOfficerOf(hold.owner()))
                            .isPresent();
            case TwoOfficerAct.CorrectFact _ -> CorrectionRules.mayCorrect(m);
            case TwoOfficerAct.Refuse _, TwoOfficerAct.SetAside _, TwoOfficerAct.Revoke _ ->
                    m.isOfficerOfHolder();
        };
    }

    /** Why it cannot be done now; checked when it is proposed and again when it is seconded. */
    static Optional<Rejection> check(TravellerContext m, TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.Refuse _ -> refusable(m);
            case TwoOfficerAct.SetAside(var ground) -> settableAside(m, ground);
            case TwoOfficerAct.PlaceHold hold -> HoldRules.placeable(m, hold);
            case TwoOfficerAct.ExtendHold extend -> HoldRules.extendable(m, extend);
            case TwoOfficerAct.Revoke revoke -> revocable(m, revoke);
            case TwoOfficerAct.CorrectFact correct -> CorrectionRules.check(m, correct);
        };
    }

    private static Optional<Rejection> refusable(TravellerContext m) {
        boolean approved =
                StageTransitions.APPROVALS.contains(m.stage())
                        || m.traveller()
                                .finding()
                                .filter(finding -> finding.outcome().approves())
                                .isPresent();
        return Check.that(!approved, Code.NEVER_UNDER_APPROVAL, "act")
                .and(m.may(StageTransitions.Transition.REFUSED), Code.WRONG_STAGE, "stage")
                .and(() -> !FindingChoiceRules.couldBeApproved(m), Code.NEVER_UNDER_APPROVAL, "act")
                .and(() -> CorrectionRules.isFair(m))
                .failure();
    }

    private static Optional<Rejection> settableAside(TravellerContext m, String ground) {
        boolean listed =
                m.traveller()
                        .finding()
                        .filter(f -> f.outcome() == Outcome.APPROVE_IN_GENERAL)
                        .map(Finding::setAsideGrounds)
                        .orElse(List.of())
                        .contains(ground);
        return Check.that(listed, Code.NEVER_UNDER_APPROVAL, "ground")
                .and(!AppealRules.undidSetAside(m, ground), Code.NEVER_UNDER_APPROVAL, "ground")
                .and(m.may(StageTransitions.Transition.SET_ASIDE), Code.WRONG_STAGE, "stage")
                .and(() -> CorrectionRules.isFair(m))
                .failure();
    }

    private static Optional<Rejection> revocable(TravellerContext m, TwoOfficerAct.Revoke revoke) {
        return Check.that(m.may(StageTransitions.Transition.REVOKED), Code.WRONG_STAGE, "stage")
                .and(!OwnWords.isEmpty(revoke.evidence()), Code.REASON_MISSING, "evidence")
                .and(() -> HoldRules.groundStands(m, revoke.ground(), m.today()))
                .and(!AppealRules.undid(m, revoke.ground()), Code.NOT_ALLOWED, "ground")
                .and(
                        () -> HoldRules.isNewEvidence(m, revoke.ground(), revoke.evidence()),
                        Code.ALREADY_EXISTS,
                        "evidence")
                .failure();
    }

    static List<Event> happens(TravellerContext m, Proposal p) {
        var second = m.actingOfficer().id();
        return switch (p.act()) {
            case TwoOfficerAct.Refuse _ ->
                    List.of(new TravellerEvent.Refused(m.no(), p.by(), second, p.reason()));
            case TwoOfficerAct.SetAside(var ground) ->
                    List.of(
                            new TravellerEvent.WasSetAside(
                                    m.no(), ground, p.by(), second, p.reason()));
            case TwoOfficerAct.PlaceHold hold -> List.of(HoldRules.placed(m, p, hold));
            case TwoOfficerAct.ExtendHold e ->
                    List.of(
                            new TravellerEvent.HoldExtended(
                                    m.no(), e.hold(), e.limit(), p.by(), second));
            case TwoOfficerAct.Revoke revoke -> revoked(m, p, revoke);
            case TwoOfficerAct.CorrectFact correct -> CorrectionRules.happens(m, p, correct);
        };
    }

    /**
     * Only a hold stops an approved traveller. So a revocation also places a hold on its ground if
     * there is none; it then has an owner and a limit and ends with the hold.
     */
    private static List<Event> revoked(
            TravellerContext m, Proposal p, TwoOfficerAct.Revoke revoke) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.Revoked(m.no(), revoke, p.by(), m.actingOfficer().id()));
        if (!HoldRules.isHeldOn(m, revoke.ground())) {
            var hold =
                    new TwoOfficerAct.PlaceHold(
                            revoke.ground(),
                            revoke.evidence(),
                            HoldRules.latestLimit(revoke.ground(), m.today()),
                            Optional.empty(),
                            Optional.of(p.reason()));
            events.add(HoldRules.placed(m, p, hold));
        }
        return events;
    }
}
