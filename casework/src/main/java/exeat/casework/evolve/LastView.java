package exeat.casework.evolve;

import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Protection;
import exeat.casework.state.Protection.Beside;
import exeat.casework.state.Protection.Withheld;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import java.util.ArrayList;

/**
 * The last view of the holder of an unproved secret: it goes on with what they do themselves, so
 * that nothing tells them that they are told nothing else.
 */
final class LastView {

    private LastView() {}

    /** What happened, with the last view in which it shows where its holder did it. */
    static TravellerState of(TravellerState t, TravellerEvent event, RecordedEvent recorded) {
        return t.protection()
                .flatMap(Protection::withheld)
                .filter(w -> w.from() < recorded.sequence() && isShown(w, event, recorded))
                .filter(_ -> isPossible(t, event))
                .map(_ -> told(followed(t, event, recorded), recorded.sequence()))
                .orElse(t);
    }

    /**
     * What is done about the secret is told to its holder until the person, heard alone, said that
     * they seek protection.
     */
    static TravellerState ofSecret(TravellerState t, long sequence) {
        return t.protection().flatMap(Protection::withheld).filter(Withheld::confirmed).isPresent()
                ? t
                : told(noted(t, sequence), sequence);
    }

    /** In the last view too it happened while a claim stands, if one does there. */
    private static TravellerState noted(TravellerState t, long sequence) {
        var draft = new TravellerDraft(t);
        draft.lastView = t.lastView().map(last -> ProtectionFold.noted(last, sequence));
        return draft.build();
    }

    private static TravellerState told(TravellerState t, long sequence) {
        return t.protection()
                .flatMap(Protection::withheld)
                .filter(w -> w.from() < sequence && !w.shown().contains(sequence))
                .map(w -> with(t, w, sequence))
                .orElse(t);
    }

    private static TravellerState with(TravellerState t, Withheld w, long sequence) {
        var shown = new ArrayList<>(w.shown());
        shown.add(sequence);
        var draft = new TravellerDraft(t);
        draft.protection =
                t.protection()
                        .map(p ->
                                p.with(
                                        new Withheld(
                                                w.from(),
                                                w.confirmed(),
                                                w.left(),
                                                shown,
                                                t.lastView().map(Beside::of))));
        return draft.build();
    }

    /** What only the person does, and what the rules find in the same breath. */
    private static boolean isShown(Withheld w, TravellerEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ProtectionEvent.UnprovedAct _,
                    TravellerEvent.Confirmed _,
                    TravellerEvent.ConfirmedOfAge _,
                    TravellerEvent.Answered _,
                    TravellerEvent.Responded _,
                    TravellerEvent.ServiceDisputed _,
                    TravellerEvent.NoticesChosen _,
                    TravellerEvent.Appealed _ ->
                    true;
            case ProtectionEvent.ProtectionClaimed(_, var how) ->
                    how.filter(claim -> claim.own()).isPresent();
            case TravellerEvent.Recused recused -> recused.asked();
            case TravellerEvent.HearingAnswered answer -> answer.takenBy().isEmpty();
            case TravellerEvent.Found _, TravellerEvent.ClearanceOpened _, FeeEvent.FeeAsked _ ->
                    w.shown().contains(recorded.sequence() - 1);
            case FeeEvent.FeePaid _, FeeEvent.FeeWaived _, FeeEvent.FeeRefunded _ -> false;
            case AppearanceEvent appearance -> isShown(appearance);
            // A note of officers; the person's own is above.
            case TravellerEvent.Note _ -> false;
            case TravellerEvent.SafeguardMet _,
                    TravellerEvent.Asked _,
                    TravellerEvent.ClearanceDone _,
                    TravellerEvent.ClearanceEscalated _,
                    TravellerEvent.ReferredApproved _,
                    TravellerEvent.Proposed _,
                    TravellerEvent.Seconded _,
                    TravellerEvent.Served _,
                    TravellerEvent.HearingReplied _,
                    TravellerEvent.Declined _,
                    TravellerEvent.Refused _,
                    TravellerEvent.WasSetAside _,
                    TravellerEvent.HoldPlaced _,
                    TravellerEvent.HoldEscalated _,
                    TravellerEvent.HoldSentToReview _,
                    TravellerEvent.HoldExtended _,
                    TravellerEvent.HoldReleased _,
                    TravellerEvent.FactCorrected _,
                    TravellerEvent.Authorised _,
                    TravellerEvent.Revoked _,
                    TravellerEvent.PartRecorded _,
                    TravellerEvent.Departed _,
                    TravellerEvent.Returned _,
                    TravellerEvent.StoppedAtBorder _,
                    TravellerEvent.StopEscalated _,
                    TravellerEvent.StopLifted _,
                    TravellerEvent.PaperEnded _,
                    TravellerEvent.Closed _,
                    TravellerEvent.Withdrawn _,
                    TravellerEvent.WithdrawalUndone _,
                    ProtectionEvent.ProtectionClaimEnded _,
                    ProtectionEvent.ProtectionClaimRestored _,
                    ProtectionEvent.ProtectionHeardOnce _,
                    ProtectionEvent.ProtectionHeard _,
                    ProtectionEvent.ProtectionLapsed _,
                    ProtectionEvent.ProtectionEscalated _,
                    ProtectionEvent.InPersonAsked _,
                    ProtectionEvent.InPersonStopped _,
                    ProtectionEvent.IdentifiedInPerson _,
                    ProtectionEvent.ProtectionAdmitted _,
                    TravellerEvent.AppealEscalated _,
                    TravellerEvent.AppealDecided _,
                    TravellerEvent.Warned _,
                    TravellerEvent.Jumped _,
                    TravellerEvent.RecusalLifted _ ->
                    false;
        };
    }

    private static boolean isShown(AppearanceEvent event) {
        return switch (event) {
            case AppearanceEvent.AnotherTimeAsked _ -> true;
            case AppearanceEvent.AppearanceAsked _,
                    AppearanceEvent.AppearanceMoved _,
                    AppearanceEvent.AppearanceEnded _ ->
                    false;
        };
    }

    private static TravellerState followed(
            TravellerState t, TravellerEvent event, RecordedEvent recorded) {
        var draft = new TravellerDraft(t);
        var seen = seen(event);
        draft.lastView = t.lastView().map(last -> CaseFold.fold(last, seen, recorded, false));
        return draft.build();
    }

    private static TravellerEvent seen(TravellerEvent event) {
        return event instanceof ProtectionEvent.UnprovedAct act ? act.shown() : event;
    }

    /** What the rules find of what is so now may not follow from what was seen last. */
    private static boolean isPossible(TravellerState t, TravellerEvent event) {
        return t.lastView()
                .filter(last ->
                        EventTransitions.of(last, seen(event))
                                .filter(turn -> !StageTransitions.allows(last.stage(), turn))
                                .isEmpty())
                .isPresent();
    }
}
