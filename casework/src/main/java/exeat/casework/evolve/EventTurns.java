package exeat.casework.evolve;

import exeat.casework.event.TravellerEvent;

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
    static Optional<Turn> of(TravellerState before, TravellerEvent event) {
        return switch (event) {
            case TravellerEvent.Confirmed _ -> Optional.of(Turn.CONFIRMED);
            case TravellerEvent.Found found -> Optional.of(of(found.finding()));
            case TravellerEvent.ReferredApproved _ -> Optional.of(Turn.REFERRED_APPROVED);
            case TravellerEvent.Refused _ -> Optional.of(Turn.REFUSED);
            case TravellerEvent.WasSetAside _ -> Optional.of(Turn.SET_ASIDE);
            case TravellerEvent.Authorised _ -> Optional.of(Turn.AUTHORISED);
            case TravellerEvent.Revoked _ -> Optional.of(Turn.REVOKED);
            case TravellerEvent.PaperEnded _ -> Optional.of(Turn.PAPER_ENDED);
            case TravellerEvent.Departed _ -> Optional.of(Turn.DEPARTED);
            case TravellerEvent.Returned _ -> Optional.of(Turn.RETURNED);
            case TravellerEvent.Closed _ -> Optional.of(Turn.CLOSED);
            case TravellerEvent.Withdrawn _ -> Optional.of(Turn.WITHDRAWN);
            case TravellerEvent.AppealDecided decided -> undoing(before, decided);
            case TravellerEvent.SafeguardMet _,
                    TravellerEvent.ConfirmedOfAge _,
                    TravellerEvent.Responded _,
                    TravellerEvent.Asked _,
                    TravellerEvent.Answered _,
                    TravellerEvent.ClearanceOpened _,
                    TravellerEvent.ClearanceDone _,
                    TravellerEvent.ClearanceEscalated _,
                    TravellerEvent.Proposed _,
                    TravellerEvent.Seconded _,
                    TravellerEvent.Declined _,
                    TravellerEvent.HoldPlaced _,
                    TravellerEvent.HoldEscalated _,
                    TravellerEvent.HoldSentToReview _,
                    TravellerEvent.HoldExtended _,
                    TravellerEvent.HoldReleased _,
                    TravellerEvent.FactCorrected _,
                    TravellerEvent.PartRecorded _,
                    TravellerEvent.StoppedAtBorder _,
                    TravellerEvent.StopEscalated _,
                    TravellerEvent.StopLifted _,
                    TravellerEvent.ProtectionClaimed _,
                    TravellerEvent.ProtectionClaimEnded _,
                    TravellerEvent.Appealed _,
                    TravellerEvent.AppealEscalated _,
                    TravellerEvent.Warned _,
                    TravellerEvent.Jumped _,
                    TravellerEvent.Recused _,
                    TravellerEvent.RecusalLifted _ ->
                    Optional.empty();
        };
    }

    private static Turn of(Finding finding) {
        if (finding.outcome().approves()) {
            return Turn.FOUND_APPROVING;
        }
        return finding.unanswered().isEmpty() ? Turn.FOUND_REFERRING : Turn.FOUND_UNANSWERED;
    }

    private static Optional<Turn> undoing(TravellerState before, TravellerEvent.AppealDecided decided) {
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
