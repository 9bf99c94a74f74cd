package exeat.casework.application;

import exeat.casework.event.TravellerEvent;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.event.Event;
import exeat.casework.state.Life;
import exeat.casework.value.Act;

import exeat.casework.command.Rejection.Code;
import exeat.casework.state.TravellerState.Proposal;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two officers can do, when they can do it, and what then happens. */
final class Adverse {

    private Adverse() {}

    /** The holder's officers; a hold also those of a unit that has a clearance to answer. */
    static boolean mayPropose(Moment m, Act act) {
        return switch (act) {
            case Act.PlaceHold hold -> Holding.mayPlace(m, hold);
            case Act.ExtendHold extend ->
                    m.traveller()
                            .hold(extend.hold())
                            .filter(hold -> m.isOfficerOf(hold.owner()))
                            .isPresent();
            case Act.CorrectFact _ -> Correcting.mayCorrect(m);
            case Act.Refuse _, Act.SetAside _, Act.Revoke _ -> m.isOfficerOfHolder();
        };
    }

    /** Why it cannot be done now; looked at when it is proposed and again when it is seconded. */
    static Optional<Rejection> check(Moment m, Act act) {
        return switch (act) {
            case Act.Refuse _ -> refusable(m);
            case Act.SetAside(var ground) -> settableAside(m, ground);
            case Act.PlaceHold hold -> Holding.placeable(m, hold);
            case Act.ExtendHold extend -> Holding.extendable(m, extend);
            case Act.Revoke revoke -> revocable(m, revoke);
            case Act.CorrectFact correct -> Correcting.check(m, correct);
        };
    }

    private static Optional<Rejection> refusable(Moment m) {
        boolean approved =
                Life.APPROVALS.contains(m.stage())
                        || m.traveller()
                                .finding()
                                .filter(finding -> finding.outcome().approves())
                                .isPresent();
        return Check.that(!approved, Code.NEVER_UNDER_APPROVAL, "act")
                .and(m.may(Life.Turn.REFUSED), Code.WRONG_STAGE, "stage")
                .and(() -> Correcting.isFair(m))
                .failure();
    }

    private static Optional<Rejection> settableAside(Moment m, String ground) {
        boolean listed =
                m.traveller()
                        .finding()
                        .filter(f -> f.outcome() == Outcome.APPROVE_IN_GENERAL)
                        .map(Finding::setAsideGrounds)
                        .orElse(List.of())
                        .contains(ground);
        return Check.that(listed, Code.NEVER_UNDER_APPROVAL, "ground")
                .and(!Appeals.undidSetAside(m, ground), Code.NEVER_UNDER_APPROVAL, "ground")
                .and(m.may(Life.Turn.SET_ASIDE), Code.WRONG_STAGE, "stage")
                .and(() -> Correcting.isFair(m))
                .failure();
    }

    private static Optional<Rejection> revocable(Moment m, Act.Revoke revoke) {
        return Check.that(m.may(Life.Turn.REVOKED), Code.WRONG_STAGE, "stage")
                .and(!revoke.evidence().isBlank(), Code.REASON_MISSING, "evidence")
                .and(() -> Holding.groundStands(m, revoke.ground(), m.today()))
                .and(!Appeals.undid(m, revoke.ground()), Code.NOT_ALLOWED, "ground")
                .and(
                        () -> Holding.isNewEvidence(m, revoke.ground(), revoke.evidence()),
                        Code.ALREADY_EXISTS,
                        "evidence")
                .failure();
    }

    static List<Event> happens(Moment m, Proposal p) {
        var second = m.actingOfficer().id();
        return switch (p.act()) {
            case Act.Refuse _ -> List.of(new TravellerEvent.Refused(m.no(), p.by(), second, p.reason()));
            case Act.SetAside(var ground) ->
                    List.of(new TravellerEvent.WasSetAside(m.no(), ground, p.by(), second, p.reason()));
            case Act.PlaceHold hold -> List.of(Holding.placed(m, p, hold));
            case Act.ExtendHold e ->
                    List.of(new TravellerEvent.HoldExtended(m.no(), e.hold(), e.limit(), p.by(), second));
            case Act.Revoke revoke -> revoked(m, p, revoke);
            case Act.CorrectFact correct -> Correcting.happens(m, p, correct);
        };
    }

    /**
     * Only a hold stops an approved traveller: a revocation whose ground is not held yet places the
     * hold too, so that it has an owner and a limit, and ends when the hold does.
     */
    private static List<Event> revoked(Moment m, Proposal p, Act.Revoke revoke) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.Revoked(m.no(), revoke, p.by(), m.actingOfficer().id()));
        if (!Holding.isHeldOn(m, revoke.ground())) {
            var hold =
                    new Act.PlaceHold(
                            revoke.ground(),
                            revoke.evidence(),
                            Holding.latestLimit(revoke.ground(), m.today()),
                            Optional.empty(),
                            Optional.of(p.reason()));
            events.add(Holding.placed(m, p, hold));
        }
        return events;
    }
}
