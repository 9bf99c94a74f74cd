package exeat.desk;

import static java.util.Map.entry;

import exeat.casework.Act;
import exeat.casework.Change;
import exeat.casework.ClarifyingEvent;
import exeat.casework.Command.Against;
import exeat.casework.Event;
import exeat.casework.HoldGround;
import exeat.casework.IssueEvent;
import exeat.casework.Item;
import exeat.casework.ReportEvent;
import exeat.casework.Safeguard;
import exeat.casework.State;
import exeat.casework.StreamId;
import exeat.rules.Value;
import java.util.Map;

/**
 * The names under which closed sets are stored. They stay when a class is renamed: what was written
 * once must be read for ever.
 */
final class TypeNames {

    /** After an event of these two, nothing before it in its stream need be readable. */
    static final String ERASED = "erased";

    static final String ISSUE_ERASED = "issue-erased";

    private TypeNames() {}

    static final Map<Class<?>, String> EVENTS =
            Map.ofEntries(
                    entry(Event.Applied.class, "applied"),
                    entry(Event.Moved.class, "moved"),
                    entry(Event.SecretIssued.class, "secret-issued"),
                    entry(Event.Confirmed.class, "confirmed"),
                    entry(Event.ConfirmedOfAge.class, "confirmed-of-age"),
                    entry(Event.SafeguardMet.class, "safeguard-met"),
                    entry(Event.Found.class, "found"),
                    entry(Event.SentUp.class, "sent-up"),
                    entry(Event.Erased.class, ERASED),
                    entry(Event.ErasureProposed.class, "erasure-proposed"),
                    entry(Event.FileKept.class, "file-kept"),
                    entry(Event.FileFreed.class, "file-freed"),
                    entry(Event.Asked.class, "asked"),
                    entry(Event.Answered.class, "answered"),
                    entry(Event.ClearanceOpened.class, "clearance-opened"),
                    entry(Event.ClearanceDone.class, "clearance-done"),
                    entry(Event.ClearanceEscalated.class, "clearance-escalated"),
                    entry(Event.ReferredApproved.class, "referred-approved"),
                    entry(Event.Proposed.class, "proposed"),
                    entry(Event.Seconded.class, "seconded"),
                    entry(Event.Declined.class, "declined"),
                    entry(Event.Refused.class, "refused"),
                    entry(Event.WasSetAside.class, "was-set-aside"),
                    entry(Event.HoldPlaced.class, "hold-placed"),
                    entry(Event.HoldEscalated.class, "hold-escalated"),
                    entry(Event.HoldSentToReview.class, "hold-sent-to-review"),
                    entry(Event.HoldExtended.class, "hold-extended"),
                    entry(Event.HoldReleased.class, "hold-released"),
                    entry(Event.FactCorrected.class, "fact-corrected"),
                    entry(Event.Responded.class, "responded"),
                    entry(Event.Authorised.class, "authorised"),
                    entry(Event.Revoked.class, "revoked"),
                    entry(Event.PartRecorded.class, "part-recorded"),
                    entry(Event.Departed.class, "departed"),
                    entry(Event.Returned.class, "returned"),
                    entry(Event.StoppedAtBorder.class, "stopped-at-border"),
                    entry(Event.StopEscalated.class, "stop-escalated"),
                    entry(Event.StopLifted.class, "stop-lifted"),
                    entry(Event.PaperEnded.class, "paper-ended"),
                    entry(Event.Closed.class, "closed"),
                    entry(Event.Withdrawn.class, "withdrawn"),
                    entry(Event.ProtectionClaimed.class, "protection-claimed"),
                    entry(Event.ProtectionClaimEnded.class, "protection-claim-ended"),
                    entry(Event.Appealed.class, "appealed"),
                    entry(Event.AppealEscalated.class, "appeal-escalated"),
                    entry(Event.AppealDecided.class, "appeal-decided"),
                    entry(Event.RulesSigned.class, "rules-signed"),
                    entry(Event.VersionInForce.class, "version-in-force"),
                    entry(Event.ChangeProposed.class, "change-proposed"),
                    entry(Event.ChangeMade.class, "change-made"),
                    entry(Event.HandedDown.class, "handed-down"),
                    entry(Event.OfficerAcknowledged.class, "officer-acknowledged"),
                    entry(Event.UnitAcknowledged.class, "unit-acknowledged"),
                    entry(Event.AlarmRaised.class, "alarm-raised"),
                    entry(Event.AlarmRose.class, "alarm-rose"),
                    entry(Event.AlarmAnswered.class, "alarm-answered"),
                    entry(ReportEvent.ReportDue.class, "report-due"),
                    entry(ReportEvent.ReportAsked.class, "report-asked"),
                    entry(ReportEvent.ReportReminded.class, "report-reminded"),
                    entry(ReportEvent.ReportMissed.class, "report-missed"),
                    entry(ReportEvent.ReportSent.class, "report-sent"),
                    entry(ReportEvent.WordsAdded.class, "words-added"),
                    entry(Event.Warned.class, "warned"),
                    entry(Event.HandedOver.class, "handed-over"),
                    entry(Event.Jumped.class, "jumped"),
                    entry(Event.Recused.class, "recused"),
                    entry(Event.RecusalLifted.class, "recusal-lifted"),
                    entry(Event.Absent.class, "absent"),
                    entry(Event.Back.class, "back"),
                    entry(Event.Delegated.class, "delegated"),
                    entry(Event.DelegationEnded.class, "delegation-ended"),
                    entry(IssueEvent.IssueRaised.class, "issue-raised"),
                    entry(IssueEvent.IssuePassedUp.class, "issue-passed-up"),
                    entry(IssueEvent.IssueRaisedByTraveller.class, "issue-raised-by-traveller"),
                    entry(IssueEvent.IssueRose.class, "issue-rose"),
                    entry(IssueEvent.IssueErased.class, ISSUE_ERASED),
                    entry(ClarifyingEvent.Clarified.class, "clarified"),
                    entry(
                            ClarifyingEvent.ClarificationAcknowledged.class,
                            "clarification-acknowledged"),
                    entry(IssueEvent.IssueAnswered.class, "issue-answered"));

    /** Every closed set that is stored, with the names of its members. */
    static final Map<Class<?>, Map<Class<?>, String>> SETS =
            Map.of(
                    Event.class,
                    EVENTS,
                    State.class,
                    Map.of(
                            State.CaseState.class, "case",
                            State.BriefingState.class, "briefing",
                            State.AlarmState.class, "alarm",
                            State.ReportState.class, "report",
                            State.IssueState.class, "issue"),
                    StreamId.class,
                    Map.of(
                            StreamId.CaseId.class, "case",
                            StreamId.BriefingId.class, "briefing",
                            StreamId.AlarmId.class, "alarm",
                            StreamId.ReportId.class, "report",
                            StreamId.IssueId.class, "issue"),
                    Act.class,
                    Map.of(
                            Act.Refuse.class, "refuse",
                            Act.SetAside.class, "set-aside",
                            Act.PlaceHold.class, "place-hold",
                            Act.ExtendHold.class, "extend-hold",
                            Act.Revoke.class, "revoke",
                            Act.CorrectFact.class, "correct-fact"),
                    Change.class,
                    Map.of(
                            Change.Suspend.class, "suspend",
                            Change.Resume.class, "resume",
                            Change.Repeal.class, "repeal",
                            Change.CloseUnit.class, "close-unit",
                            Change.Clarify.class, "clarify"),
                    HoldGround.class,
                    Map.of(
                            HoldGround.IdentityNotEstablished.class,
                                    HoldGround.IdentityNotEstablished.WORD,
                            HoldGround.FactContested.class, HoldGround.FactContested.WORD,
                            HoldGround.CourtOrder.class, HoldGround.CourtOrder.WORD),
                    Safeguard.class,
                    Map.of(
                            Safeguard.Consent.class, "consent",
                            Safeguard.Court.class, "court",
                            Safeguard.Heard.class, "heard",
                            Safeguard.GuardianNamed.class, "guardian-named",
                            Safeguard.BestInterests.class, "best-interests"),
                    Item.class,
                    Map.of(Item.OfFact.class, "fact", Item.OfDocument.class, "document"),
                    Against.class,
                    Map.of(
                            Against.Refusal.class, "refusal",
                            Against.BeingSetAside.class, "being-set-aside",
                            Against.AHold.class, "hold",
                            Against.Revocation.class, "revocation"),
                    Value.class,
                    Map.of(
                            Value.Text.class, "text",
                            Value.Quantity.class, "number",
                            Value.Truth.class, "truth",
                            Value.Day.class, "day",
                            Value.Absent.class, "absent",
                            Value.Withheld.class, "withheld"));

    static String of(Event event) {
        var name = EVENTS.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("an event without a name: " + event.getClass());
        }
        return name;
    }
}
