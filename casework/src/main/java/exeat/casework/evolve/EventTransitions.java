package exeat.casework.evolve;

import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.StageTransitions.Transition;
import exeat.casework.state.TravellerState;
import exeat.rules.finding.Finding;
import java.util.Optional;

/** Which change of stage an event causes, if any. */
final class EventTransitions {

    private EventTransitions() {}

    /**
     * The change of stage that an event causes, if any. A won appeal undoes an act only while the
     * act still stands.
     */
    static Optional<Transition> of(TravellerState before, TravellerEvent event) {
        return switch (event) {
            case TravellerEvent.Confirmed _ -> Optional.of(Transition.CONFIRMED);
            case TravellerEvent.Found found -> Optional.of(of(found.finding()));
            case TravellerEvent.ReferredApproved _ -> Optional.of(Transition.REFERRED_APPROVED);
            case TravellerEvent.Refused _ -> Optional.of(Transition.REFUSED);
            case TravellerEvent.WasSetAside _ -> Optional.of(Transition.SET_ASIDE);
            case TravellerEvent.Authorised _ -> Optional.of(Transition.AUTHORISED);
            case TravellerEvent.Revoked _ -> Optional.of(Transition.REVOKED);
            case TravellerEvent.PaperEnded _ -> Optional.of(Transition.PAPER_ENDED);
            case TravellerEvent.Departed _ -> Optional.of(Transition.DEPARTED);
            case TravellerEvent.Returned _ -> Optional.of(Transition.RETURNED);
            case TravellerEvent.Closed _ -> Optional.of(Transition.CLOSED);
            case TravellerEvent.Withdrawn _ -> Optional.of(Transition.WITHDRAWN);
            case TravellerEvent.WithdrawalUndone _ -> Optional.of(Transition.WITHDRAWAL_UNDONE);
            case TravellerEvent.AppealDecided decided -> undoing(before, decided);
            case TravellerEvent.SafeguardMet _,
                    TravellerEvent.ConfirmedOfAge _,
                    TravellerEvent.Asked _,
                    TravellerEvent.Answered _,
                    TravellerEvent.ClearanceOpened _,
                    TravellerEvent.ClearanceDone _,
                    TravellerEvent.ClearanceEscalated _,
                    TravellerEvent.Proposed _,
                    TravellerEvent.Seconded _,
                    TravellerEvent.Served _,
                    TravellerEvent.ServiceDisputed _,
                    TravellerEvent.HearingAnswered _,
                    TravellerEvent.HearingReplied _,
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
                    TravellerEvent.NoticesChosen _,
                    ProtectionEvent _,
                    AppearanceEvent _,
                    FeeEvent _,
                    TravellerEvent.Appealed _,
                    TravellerEvent.AppealEscalated _,
                    TravellerEvent.Handling _,
                    TravellerEvent.Note _ ->
                    Optional.empty();
        };
    }

    /** The stage to which it leads. */
    static Stage next(TravellerState before, Transition turn) {
        return turn == Transition.WITHDRAWAL_UNDONE
                ? StageTransitions.back(before.stage(), turn, stood(before))
                : StageTransitions.next(before.stage(), turn);
    }

    private static Stage stood(TravellerState before) {
        return before.leftInPerson()
                .flatMap(DoneInPerson::left)
                .map(DoneInPerson.Left::stage)
                .orElseThrow(() -> new IllegalStateException("nobody left in person"));
    }

    private static Transition of(Finding finding) {
        if (finding.outcome().approves()) {
            return Transition.FOUND_APPROVING;
        }
        // An age that is known in part nobody can be asked for: a person decides.
        return finding.asks() ? Transition.FOUND_UNANSWERED : Transition.FOUND_REFERRING;
    }

    private static Optional<Transition> undoing(
            TravellerState before, TravellerEvent.AppealDecided decided) {
        if (!decided.upheld()) {
            return Optional.empty();
        }
        return before.appeal(decided.appeal())
                .flatMap(appeal -> StageTransitions.undoing(appeal.against()))
                .filter(turn -> StageTransitions.allows(before.stage(), turn))
                .filter(turn -> turn != Transition.REVOCATION_UNDONE || isRevoked(before));
    }

    private static boolean isRevoked(TravellerState state) {
        return state.paper().filter(TravellerState.Paper::revoked).isPresent();
    }
}
