package exeat.casework.event;

import exeat.casework.value.OfficerId;
import java.util.List;
import java.util.Optional;

/**
 * The officers who acted on a traveller by an event. None of them may review the traveller's case,
 * so a new event is named here by the compiler even if it changes nothing else.
 */
public final class ActingOfficers {

    /** The task of a case that its reviewer takes out of order. */
    private static final String REVIEW = "appeal";

    private ActingOfficers() {}

    /**
     * Those who did what the event says, in the order in which they acted; not whom it is about.
     */
    public static List<OfficerId> of(TravellerEvent event) {
        return switch (event) {
            case TravellerEvent.ClearanceDone e -> List.of(e.by());
            case TravellerEvent.ReferredApproved e -> List.of(e.by());
            case TravellerEvent.Proposed e -> List.of(e.by());
            case TravellerEvent.Seconded e -> List.of(e.by());
            case TravellerEvent.Served e -> list(e.by());
            case TravellerEvent.HearingAnswered e -> list(e.takenBy());
            case TravellerEvent.HearingReplied e -> List.of(e.by());
            case TravellerEvent.Declined e -> List.of(e.by());
            case TravellerEvent.Refused e -> List.of(e.first(), e.second());
            case TravellerEvent.WasSetAside e -> List.of(e.first(), e.second());
            case TravellerEvent.HoldPlaced e -> List.of(e.first(), e.second());
            case TravellerEvent.HoldExtended e -> List.of(e.first(), e.second());
            case TravellerEvent.HoldReleased e -> list(e.by());
            case TravellerEvent.FactCorrected e -> List.of(e.first(), e.second());
            case ProtectionEvent.IdentifiedInPerson e -> List.of(e.by());
            case TravellerEvent.Authorised e -> List.of(e.by());
            case TravellerEvent.Revoked e -> List.of(e.first(), e.second());
            case TravellerEvent.PartRecorded e -> List.of(e.by());
            case TravellerEvent.StoppedAtBorder e -> List.of(e.takenOverBy());
            case TravellerEvent.StopLifted e -> List.of(e.by());
            case ProtectionEvent.ProtectionHeardOnce e -> List.of(e.by());
            case ProtectionEvent.ProtectionHeard e -> List.of(e.by());
            case ProtectionEvent.InPersonAsked e -> List.of(e.by());
            case ProtectionEvent.InPersonStopped e -> list(e.by());
            case TravellerEvent.AppealDecided e -> List.of(e.by());
            // A reviewer who takes an appeal out of order may still decide it.
            case TravellerEvent.Jumped e -> e.task().equals(REVIEW) ? List.of() : List.of(e.by());
            case TravellerEvent.RecusalLifted e -> List.of(e.by());
            case AppearanceEvent e -> ofAppearance(e);
            case FeeEvent.FeePaid e -> List.of(e.by());
            case FeeEvent.FeeWaived e -> List.of(e.by());
            case FeeEvent.FeeRefunded e -> List.of(e.by());
            case TravellerEvent.Note e -> e.actors();
            // An officer who steps aside does nothing in the case.
            case TravellerEvent.Recused _ -> List.of();
            case TravellerEvent.Confirmed _,
                    TravellerEvent.ConfirmedOfAge _,
                    TravellerEvent.SafeguardMet _,
                    TravellerEvent.Found _,
                    TravellerEvent.Asked _,
                    TravellerEvent.ServiceDisputed _,
                    TravellerEvent.Answered _,
                    TravellerEvent.ClearanceOpened _,
                    TravellerEvent.ClearanceEscalated _,
                    TravellerEvent.HoldEscalated _,
                    TravellerEvent.HoldSentToReview _,
                    TravellerEvent.Departed _,
                    TravellerEvent.Returned _,
                    TravellerEvent.StopEscalated _,
                    TravellerEvent.PaperEnded _,
                    TravellerEvent.NoticesChosen _,
                    TravellerEvent.Closed _,
                    TravellerEvent.Withdrawn _,
                    TravellerEvent.WithdrawalUndone _,
                    FeeEvent.FeeAsked _,
                    ProtectionEvent.ProtectionClaimed _,
                    ProtectionEvent.ProtectionClaimEnded _,
                    ProtectionEvent.ProtectionClaimRestored _,
                    ProtectionEvent.ProtectionLapsed _,
                    ProtectionEvent.ProtectionEscalated _,
                    ProtectionEvent.ProtectionAdmitted _,
                    ProtectionEvent.UnprovedAct _,
                    TravellerEvent.Appealed _,
                    TravellerEvent.AppealEscalated _,
                    TravellerEvent.Warned _ ->
                    List.of();
        };
    }

    private static List<OfficerId> ofAppearance(AppearanceEvent event) {
        return switch (event) {
            case AppearanceEvent.AppearanceAsked e -> List.of(e.by());
            case AppearanceEvent.AppearanceMoved e -> List.of(e.by());
            case AppearanceEvent.AppearanceEnded e -> List.of(e.by());
            case AppearanceEvent.AnotherTimeAsked _ -> List.of();
        };
    }

    /** Likewise of a person's secret. */
    public static List<OfficerId> of(SecretEvent event) {
        return switch (event) {
            case SecretEvent.SecretAsked e -> List.of(e.by());
            case SecretEvent.SecretIssued e -> list(e.by());
            case SecretEvent.SecretStopped e -> list(e.by());
        };
    }

    private static List<OfficerId> list(Optional<OfficerId> officer) {
        return officer.map(List::of).orElseGet(List::of);
    }
}
