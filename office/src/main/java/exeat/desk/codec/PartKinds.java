package exeat.desk.codec;

import exeat.casework.value.Against;

import exeat.desk.base.Draft;

import static exeat.desk.codec.StoredKind.kind;

import exeat.casework.value.Act;
import exeat.casework.value.Application;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.Change;
import exeat.casework.command.Command;
import exeat.casework.value.Document;
import exeat.casework.state.Erasure;
import exeat.casework.value.Frozen;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.Item;
import exeat.casework.value.PersonName;
import exeat.casework.state.Remains;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Sighting;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import exeat.rules.document.InForce;
import exeat.rules.document.Paragraph;
import exeat.rules.fact.Value;
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
                    kind(Item.OfFact.class, "fact", "fact"),
                    kind(Item.OfDocument.class, "document", "kind"),
                    kind(Document.class, "document", "kind", "reference"),
                    kind(Act.Refuse.class, "refuse"),
                    kind(Act.SetAside.class, "set-aside", "ground"),
                    kind(
                            Act.PlaceHold.class,
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
                    kind(Act.ExtendHold.class, "extend-hold", "hold", "evidence", "limit"),
                    kind(Act.Revoke.class, "revoke", "ground", "evidence"),
                    kind(Act.CorrectFact.class, "correct-fact", "fact", "value", "evidence"),
                    kind(Against.Refusal.class, "refusal"),
                    kind(Against.BeingSetAside.class, "being-set-aside"),
                    kind(Against.AHold.class, "hold", "hold"),
                    kind(Against.Revocation.class, "revocation"),
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
                    kind(Remains.class, "remains", "bare", "guarded"),
                    kind(StreamId.CaseId.class, "case", "value"),
                    kind(Change.Suspend.class, "suspend"),
                    kind(Change.Resume.class, "resume"),
                    kind(Change.Repeal.class, "repeal", "from"),
                    kind(Change.CloseUnit.class, "close-unit", "unit", "successor", "from"),
                    kind(Change.Clarify.class, "clarify", "issue", "paragraph", "rules", "text"),
                    kind(StreamId.IssueId.class, "issue", "value"),
                    kind(
                            Sighting.class,
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
                            Sighting.Implied.class,
                            "implied",
                            "rule",
                            "carried",
                            "like",
                            "verdict",
                            "says",
                            "witness"),
                    kind(Frozen.class, "frozen", "day", "units", "weeks", "log"),
                    kind(Frozen.Band.class, "band", "least", "most"),
                    kind(Frozen.Checkpoint.class, "checkpoint", "size", "root"),
                    kind(StreamId.BriefingId.class, "briefing", "directive"),
                    kind(StreamId.AlarmId.class, "alarm", "value"),
                    kind(StreamId.ReportId.class, "report", "directive", "unit"),
                    kind(BriefingCheck.Answer.class, "answer", "outcome", "paragraph"),
                    kind(Draft.class, "Draft", "channel", "principal", "travellers"),
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
                            "quota"),
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
                    kind(Facts.class, "facts", "values"),
                    kind(Value.Text.class, "text", "text"),
                    kind(Value.Quantity.class, "number", "number"),
                    kind(Value.Truth.class, "truth", "truth"),
                    kind(Value.Day.class, "day", "date"),
                    kind(Value.Absent.class, "absent"),
                    kind(Value.Withheld.class, "withheld"),
                    kind(InForce.class, "in-force", "from", "until"));
}
