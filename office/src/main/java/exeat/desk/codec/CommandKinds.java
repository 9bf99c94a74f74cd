package exeat.desk.codec;

import static exeat.desk.codec.StoredKind.kind;

import exeat.casework.command.AlarmCommand;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.command.UnitReportCommand;
import java.util.Map;

/** The names of commands and their fields, used to hash commands. They are never read back. */
final class CommandKinds {

    private CommandKinds() {}

    static final Map<Class<?>, StoredKind> ALL =
            Map.ofEntries(
                    kind(TravellerCommand.Confirm.class, "Confirm", "stream", "traveller", "told"),
                    kind(
                            TravellerCommand.MeetSafeguard.class,
                            "MeetSafeguard",
                            "stream",
                            "traveller",
                            "safeguard"),
                    kind(TravellerCommand.Ask.class, "Ask", "stream", "traveller", "item"),
                    kind(
                            TravellerCommand.AnswerQuestions.class,
                            "Answer",
                            "stream",
                            "traveller",
                            "facts",
                            "documents"),
                    kind(
                            TravellerCommand.CompleteClearance.class,
                            "Clear",
                            "stream",
                            "traveller",
                            "clearance"),
                    kind(
                            TravellerCommand.ApproveReferred.class,
                            "ApproveReferred",
                            "stream",
                            "traveller",
                            "reason"),
                    kind(
                            TravellerCommand.ProposeAct.class,
                            "Propose",
                            "stream",
                            "traveller",
                            "act",
                            "reason",
                            "weighed"),
                    kind(
                            TravellerCommand.SecondProposal.class,
                            "Second",
                            "stream",
                            "traveller",
                            "proposal",
                            "reason",
                            "onAnswers"),
                    kind(
                            TravellerCommand.DeclineProposal.class,
                            "Decline",
                            "stream",
                            "traveller",
                            "proposal",
                            "reason"),
                    kind(
                            TravellerCommand.ReleaseHold.class,
                            "ReleaseHold",
                            "stream",
                            "traveller",
                            "hold",
                            "reason"),
                    kind(TravellerCommand.Authorise.class, "Authorise", "stream", "traveller"),
                    kind(
                            TravellerCommand.RecordCrossing.class,
                            "RecordCrossing",
                            "stream",
                            "traveller",
                            "direction"),
                    kind(
                            TravellerCommand.StopAtBorder.class,
                            "StopAtBorder",
                            "stream",
                            "traveller",
                            "reason"),
                    kind(
                            TravellerCommand.LiftStop.class,
                            "LiftStop",
                            "stream",
                            "traveller",
                            "reason"),
                    kind(TravellerCommand.Withdraw.class, "Withdraw", "stream", "traveller"),
                    kind(
                            TravellerCommand.ClaimProtection.class,
                            "ClaimProtection",
                            "stream",
                            "traveller"),
                    kind(
                            TravellerCommand.EndProtectionClaim.class,
                            "EndProtectionClaim",
                            "stream",
                            "traveller"),
                    kind(
                            TravellerCommand.Appeal.class,
                            "Appeal",
                            "stream",
                            "traveller",
                            "against",
                            "grounds"),
                    kind(
                            TravellerCommand.DecideAppeal.class,
                            "DecideAppeal",
                            "stream",
                            "traveller",
                            "appeal",
                            "upheld",
                            "reason"),
                    kind(
                            TravellerCommand.TakeOutOfOrder.class,
                            "Jump",
                            "stream",
                            "traveller",
                            "task",
                            "why",
                            "words"),
                    kind(
                            TravellerCommand.Recuse.class,
                            "Recuse",
                            "stream",
                            "traveller",
                            "officer",
                            "tie",
                            "words"),
                    kind(
                            TravellerCommand.LiftRecusal.class,
                            "LiftRecusal",
                            "stream",
                            "traveller",
                            "officer",
                            "reason"),
                    kind(
                            CaseCommand.Apply.class,
                            "Apply",
                            "stream",
                            "application",
                            "secretHashes",
                            "directive"),
                    kind(CaseCommand.HandOver.class, "HandOver", "stream", "from", "to", "reason"),
                    kind(CaseCommand.ActOutOfOrder.class, "BeforeItsTurn", "jump", "deed"),
                    kind(CaseCommand.CheckDeadlines.class, "PassTime", "stream"),
                    kind(
                            ArchiveCommand.ProposeErasure.class,
                            "ProposeErasure",
                            "stream",
                            "basis",
                            "reason"),
                    kind(
                            ArchiveCommand.SecondErasure.class,
                            "SecondErasure",
                            "stream",
                            "basis",
                            "reason"),
                    kind(ArchiveCommand.EraseOwn.class, "EraseOwn", "stream", "traveller"),
                    kind(ArchiveCommand.PlaceLegalHold.class, "KeepFile", "stream", "order"),
                    kind(ArchiveCommand.LiftLegalHold.class, "FreeFile", "stream", "reason"),
                    kind(
                            ArchiveCommand.EraseByRetention.class,
                            "EraseByTime",
                            "stream",
                            "days",
                            "basis"),
                    kind(
                            ArchiveCommand.EraseAgain.class,
                            "EraseAgain",
                            "stream",
                            "travellers",
                            "was"),
                    kind(
                            BriefingCommand.SignRules.class,
                            "SignRules",
                            "stream",
                            "version",
                            "pairs"),
                    kind(BriefingCommand.PutInForce.class, "PutInForce", "stream", "version"),
                    kind(
                            BriefingCommand.ProposeChange.class,
                            "ProposeChange",
                            "stream",
                            "change",
                            "reason"),
                    kind(BriefingCommand.SecondChange.class, "SecondChange", "stream", "proposal"),
                    kind(BriefingCommand.HandDown.class, "HandDown", "stream"),
                    kind(
                            BriefingCommand.Acknowledge.class,
                            "Acknowledge",
                            "stream",
                            "version",
                            "answers"),
                    kind(
                            BriefingCommand.SetAbsence.class,
                            "SetAbsence",
                            "stream",
                            "officer",
                            "from",
                            "until"),
                    kind(BriefingCommand.EndAbsence.class, "EndAbsence", "stream", "absence"),
                    kind(
                            BriefingCommand.Delegate.class,
                            "Delegate",
                            "stream",
                            "from",
                            "to",
                            "first",
                            "last"),
                    kind(
                            BriefingCommand.EndDelegation.class,
                            "EndDelegation",
                            "stream",
                            "delegation"),
                    kind(
                            BriefingCommand.Clarify.class,
                            "Clarify",
                            "stream",
                            "issue",
                            "paragraph",
                            "rules",
                            "text"),
                    kind(
                            BriefingCommand.AcknowledgeClarification.class,
                            "AcknowledgeClarification",
                            "stream",
                            "number"),
                    kind(
                            AlarmCommand.RaiseAlarm.class,
                            "RaiseAlarm",
                            "stream",
                            "directive",
                            "sighting"),
                    kind(AlarmCommand.CheckAlarmDeadline.class, "PassAlarm", "stream"),
                    kind(AlarmCommand.AnswerAlarm.class, "AnswerAlarm", "stream", "how", "words"),
                    kind(
                            IssueCommand.RaiseIssue.class,
                            "RaiseIssue",
                            "stream",
                            "paragraph",
                            "text"),
                    kind(
                            IssueCommand.RaiseOwnIssue.class,
                            "RaiseOwnIssue",
                            "stream",
                            "directive",
                            "paragraph",
                            "text",
                            "holder"),
                    kind(IssueCommand.CheckIssueDeadline.class, "PassIssue", "stream"),
                    kind(IssueCommand.EscalateIssue.class, "PassUpIssue", "stream", "remark"),
                    kind(
                            IssueCommand.AnswerIssue.class,
                            "AnswerIssue",
                            "stream",
                            "answer",
                            "clarification"),
                    kind(
                            IssueClockCommand.RaiseDisagreement.class,
                            "RaiseDisagreement",
                            "stream",
                            "directive",
                            "paragraph",
                            "text",
                            "unit",
                            "officer"),
                    kind(IssueClockCommand.EraseIssue.class, "EraseIssue", "stream"),
                    kind(
                            UnitReportCommand.CheckReportDeadlines.class,
                            "PassReports",
                            "stream",
                            "received"),
                    kind(
                            UnitReportCommand.SendReport.class,
                            "SendReport",
                            "stream",
                            "words",
                            "figures"),
                    kind(
                            UnitReportCommand.RequestReport.class,
                            "AskReport",
                            "stream",
                            "by",
                            "words"),
                    kind(
                            UnitReportCommand.AddComment.class,
                            "AddWords",
                            "stream",
                            "report",
                            "words"));
}
