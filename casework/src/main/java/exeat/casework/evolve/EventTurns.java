package exeat.casework.evolve;

import exeat.casework.event.Event;
import exeat.casework.state.Life;
import exeat.casework.state.TravellerState;

import exeat.casework.state.Life.Turn;
import exeat.rules.finding.Finding;
import java.util.Optional;

/** Which turn of a life an event makes, if it makes one. */
final class EventTurns {

    private EventTurns() {}

    /**
     * What an event turns, if it turns anything. An appeal that is won undoes what it was against
     * only while that still stands.
     */
    static Optional<Turn> of(TravellerState before, Event.TravellerEvent event) {
        return switch (event) {
            case Event.Confirmed _ -> Optional.of(Turn.CONFIRMED);
            case Event.Found found -> Optional.of(of(found.finding()));
            case Event.ReferredApproved _ -> Optional.of(Turn.REFERRED_APPROVED);
            case Event.Refused _ -> Optional.of(Turn.REFUSED);
            case Event.WasSetAside _ -> Optional.of(Turn.SET_ASIDE);
            case Event.Authorised _ -> Optional.of(Turn.AUTHORISED);
            case Event.Revoked _ -> Optional.of(Turn.REVOKED);
            case Event.PaperEnded _ -> Optional.of(Turn.PAPER_ENDED);
            case Event.Departed _ -> Optional.of(Turn.DEPARTED);
            case Event.Returned _ -> Optional.of(Turn.RETURNED);
            case Event.Closed _ -> Optional.of(Turn.CLOSED);
            case Event.Withdrawn _ -> Optional.of(Turn.WITHDRAWN);
            case Event.AppealDecided decided -> undoing(before, decided);
            case Event.SafeguardMet _,
                    Event.ConfirmedOfAge _,
                    Event.Responded _,
                    Event.Asked _,
                    Event.Answered _,
                    Event.ClearanceOpened _,
                    Event.ClearanceDone _,
                    Event.ClearanceEscalated _,
                    Event.Proposed _,
                    Event.Seconded _,
                    Event.Declined _,
                    Event.HoldPlaced _,
                    Event.HoldEscalated _,
                    Event.HoldSentToReview _,
                    Event.HoldExtended _,
                    Event.HoldReleased _,
                    Event.FactCorrected _,
                    Event.PartRecorded _,
                    Event.StoppedAtBorder _,
                    Event.StopEscalated _,
                    Event.StopLifted _,
                    Event.ProtectionClaimed _,
                    Event.ProtectionClaimEnded _,
                    Event.Appealed _,
                    Event.AppealEscalated _,
                    Event.Warned _,
                    Event.Jumped _,
                    Event.Recused _,
                    Event.RecusalLifted _ ->
                    Optional.empty();
        };
    }

    private static Turn of(Finding finding) {
        if (finding.outcome().approves()) {
            return Turn.FOUND_APPROVING;
        }
        return finding.unanswered().isEmpty() ? Turn.FOUND_REFERRING : Turn.FOUND_UNANSWERED;
    }

    private static Optional<Turn> undoing(TravellerState before, Event.AppealDecided decided) {
        if (!decided.upheld()) {
            return Optional.empty();
        }
        return before.appeal(decided.appeal())
                .flatMap(appeal -> Life.undoing(appeal.against()))
                .filter(turn -> Life.allows(before.stage(), turn))
                .filter(turn -> turn != Turn.REVOCATION_UNDONE || isRevoked(before));
    }

    private static boolean isRevoked(TravellerState state) {
        return state.paper().filter(TravellerState.Paper::revoked).isPresent();
    }
}
