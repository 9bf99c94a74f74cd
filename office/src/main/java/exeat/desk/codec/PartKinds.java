package exeat.desk.codec;

import static exeat.desk.codec.StoredKind.kind;

import exeat.casework.state.Erasure;
import exeat.casework.state.Tombstone;
import exeat.casework.value.Anomaly;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Application;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.PersonName;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.base.ApplicationDraft;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.InForcePeriod;
import exeat.rules.document.Paragraph;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.finding.GivenOutput;
import exeat.rules.finding.Ground;
import java.util.Map;

/** The names of what both events and states are built of, and commands. */
final class PartKinds {

    private PartKinds() {}

    static final Map<Class<?>, StoredKind> ALL =
            Map.ofEntries(
                    kind(Safeguard.Consent.class, "consent", "guardian", "evidence"),
                    kind(Safeguard.Court.class, "court", "number"),
                    kind(Safeguard.Heard.class, "heard", "record"),
                    kind(Safeguard.GuardianNamed.class, "guardian-named", "name", "evidence"),
                    kind(Safeguard.BestInterests.class, "best-interests", "assessment"),
                    kind(RequestedItem.OfFact.class, "fact", "fact"),
                    kind(RequestedItem.OfDocument.class, "document", "kind"),
                    kind(Document.class, "document", "kind", "reference"),
                    kind(TwoOfficerAct.Refuse.class, "refuse"),
                    kind(TwoOfficerAct.SetAside.class, "set-aside", "ground"),
                    kind(
                            TwoOfficerAct.PlaceHold.class,
                            "place-hold",
                            "ground",
                            "evidence",
                            "limit",
                            "clearance",
                            "whatIsNew"),
                    kind(
                            HoldGround.IdentityNotEstablished.class,
                            HoldGround.IdentityNotEstablished.WORD),
                    kind(HoldGround.FactContested.class, HoldGround.FactContested.WORD, "fact"),
                    kind(
                            HoldGround.CourtOrder.class,
                            HoldGround.CourtOrder.WORD,
                            "number",
                            "expires",
                            "copyServed"),
                    kind(
                            TwoOfficerAct.ExtendHold.class,
                            "extend-hold",
                            "hold",
                            "evidence",
                            "limit"),
                    kind(TwoOfficerAct.Revoke.class, "revoke", "ground", "evidence"),
                    kind(
                            TwoOfficerAct.CorrectFact.class,
                            "correct-fact",
                            "fact",
                            "value",
                            "evidence"),
                    kind(AppealSubject.Refusal.class, "refusal"),
                    kind(AppealSubject.BeingSetAside.class, "being-set-aside"),
                    kind(AppealSubject.AHold.class, "hold", "hold"),
                    kind(AppealSubject.Revocation.class, "revocation"),
                    kind(
                            Application.class,
                            "application",
                            "number",
                            "channel",
                            "principal",
                            "enteredBy",
                            "travellers"),
                    kind(PersonName.class, "person-name", "script", "family", "given"),
                    kind(
                            Traveller.class,
                            "traveller",
                            "no",
                            "names",
                            "birthDate",
                            "nationality",
                            "residence",
                            "purpose",
                            "declared",
                            "documents",
                            "guardians",
                            "language",
                            "contact"),
                    kind(Guardian.class, "guardian", "name", "party"),
                    kind(
                            Erasure.class,
                            "erasure",
                            "at",
                            "ground",
                            "basis",
                            "reason",
                            "first",
                            "second"),
                    kind(Tombstone.class, "remains", "bare", "guarded"),
                    kind(StreamId.CaseId.class, "case", "value"),
                    kind(DirectiveChange.Suspend.class, "suspend"),
                    kind(DirectiveChange.Resume.class, "resume"),
                    kind(DirectiveChange.Repeal.class, "repeal", "from"),
                    kind(
                            DirectiveChange.CloseUnit.class,
                            "close-unit",
                            "unit",
                            "successor",
                            "from"),
                    kind(
                            DirectiveChange.Clarify.class,
                            "clarify",
                            "issue",
                            "paragraph",
                            "rules",
                            "text"),
                    kind(StreamId.IssueId.class, "issue", "value"),
                    kind(
                            Anomaly.class,
                            "sighting",
                            "watcher",
                            "unit",
                            "about",
                            "sentence",
                            "test",
                            "chance",
                            "since",
                            "files",
                            "implied"),
                    kind(
                            Anomaly.ImpliedRule.class,
                            "implied",
                            "rule",
                            "carried",
                            "like",
                            "verdict",
                            "says",
                            "witness"),
                    kind(
                            ReportFigures.class,
                            "frozen",
                            "day",
                            "units",
                            "weeks",
                            "log",
                            "directive"),
                    kind(ReportFigures.Band.class, "band", "least", "most"),
                    kind(ReportFigures.LogHead.class, "checkpoint", "size", "root"),
                    kind(StreamId.BriefingId.class, "briefing", "directive"),
                    kind(StreamId.AlarmId.class, "alarm", "value"),
                    kind(StreamId.ReportId.class, "report", "directive", "unit"),
                    kind(BriefingCheck.CheckAnswer.class, "answer", "outcome", "paragraph"),
                    kind(
                            ApplicationDraft.class,
                            "Draft",
                            "channel",
                            "principal",
                            "travellers",
                            "directive"),
                    kind(
                            Finding.class,
                            "finding",
                            "directive",
                            "outcome",
                            "why",
                            "purpose",
                            "routes",
                            "burden",
                            "grounds",
                            "facts",
                            "unanswered",
                            "instrumentsNotHeld",
                            "setAsideGrounds"),
                    kind(DirectiveRef.class, "directive-ref", "id", "version", "hash"),
                    kind(
                            Burden.class,
                            "burden",
                            "clearances",
                            "documents",
                            "fee",
                            "appearances",
                            "decisionDays",
                            "validityDays",
                            "reentry",
                            "interviews",
                            "quota",
                            "outputs"),
                    kind(GivenOutput.class, "given-output", "output", "value"),
                    kind(
                            DeclaredOutput.class,
                            "declared-output",
                            "name",
                            "better",
                            "bestFirst",
                            "without"),
                    kind(
                            ClearanceDemand.class,
                            "clearance-demand",
                            "name",
                            "function",
                            "days",
                            "assumed"),
                    kind(Ground.class, "ground", "rule", "paragraph", "route"),
                    kind(
                            Paragraph.class,
                            "paragraph",
                            "number",
                            "gist",
                            "binding",
                            "revealsProtected"),
                    kind(Facts.class, "facts", "values", "sets"),
                    kind(Value.Text.class, "text", "text"),
                    kind(Value.Quantity.class, "number", "number"),
                    kind(Value.Truth.class, "truth", "truth"),
                    kind(Value.Day.class, "day", "date"),
                    kind(Value.Absent.class, "absent"),
                    kind(Value.Withheld.class, "withheld"),
                    kind(ValueSet.OneOf.class, "one-of", "values"),
                    kind(ValueSet.Between.class, "between", "low", "high"),
                    kind(InForcePeriod.class, "in-force", "from", "until"));
}
