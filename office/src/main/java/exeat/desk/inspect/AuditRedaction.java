package exeat.desk.inspect;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Application;
import exeat.casework.value.Document;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.codec.StoredKinds;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import exeat.rules.prove.ProofWording;
import exeat.rules.source.StoredWord;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an auditor is shown of a step. Only what is listed here is shown: times, units, words of the
 * law and the pack, numbers, replacement names, and the length of free text. For a case shown by
 * name, names and texts are included; protected facts never are.
 */
final class AuditRedaction {

    private static final String PROTECTED = "protected, not shown to auditors";

    /** Texts that are words of the pack or of a form, by kind and field as they are stored. */
    private static final Set<String> WORDS =
            Set.of(
                    "clearance-opened.clearance",
                    "clearance-done.clearance",
                    "clearance-escalated.clearance",
                    "place-hold.clearance",
                    "document.kind",
                    "warned.task",
                    "jumped.task",
                    "directive-ref.id",
                    "directive-ref.version",
                    "directive-ref.hash");

    /** Texts that could tell a protected fact, or are of a secret; also where names are shown. */
    private static final Set<String> TELLING =
            Set.of(
                    "set-aside.ground",
                    "was-set-aside.ground",
                    "warned.about",
                    "secret-asked.partHash");

    private final Pseudonyms names;
    private final Directive directive;
    private final CaseId id;
    private final boolean lifted;

    AuditRedaction(Pseudonyms names, Directive directive, CaseId id, boolean lifted) {
        this.names = names;
        this.directive = directive;
        this.id = id;
        this.lifted = lifted;
    }

    /** To the minute: a moment in full is known to each who was told of it when it came. */
    Instant time(Instant moment) {
        return lifted ? moment : moment.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The fields of a step, in their order; values within values have names with a dot. */
    Map<String, String> fields(Event event) {
        var fields = new LinkedHashMap<String, String>();
        switch (EventKind.of(event).toAuditor()) {
            case FIELDS -> record(fields, "", (Record) event);
            case FIELDS_WITHOUT_REMAINS -> {
                record(fields, "", ((CaseEvent.Erased) event).told());
                // They count the steps that no auditor is told of.
                fields.remove("steps");
            }
            case APPLICATION -> applied(fields, (CaseEvent.Applied) event);
            case FINDING -> {
                var found = (TravellerEvent.Found) event;
                put(fields, "traveller", found.traveller());
                finding(fields, found.finding());
            }
            case NOTHING -> {}
        }
        return fields;
    }

    private void applied(Map<String, String> fields, CaseEvent.Applied applied) {
        record(fields, "directive.", applied.directive());
        Application application = applied.application();
        fields.put("number", lifted ? application.number() : names.file(id));
        put(fields, "channel", application.channel());
        application.enteredBy().ifPresent(unit -> put(fields, "entered by", unit));
        put(fields, "holder", applied.holder());
        application.travellers().forEach(traveller -> traveller(fields, traveller));
    }

    private void traveller(Map<String, String> fields, Traveller of) {
        var at = "traveller " + of.no().number() + ".";
        fields.put(
                at + "name",
                lifted
                        ? of.names().stream()
                                .map(name -> name.full())
                                .collect(Collectors.joining(", "))
                        : names.person(id, of.no()));
        fields.put(
                at + "born",
                lifted ? of.birthDate().toString() : String.valueOf(of.birthDate().getYear()));
        fields.put(at + "nationality", of.nationality());
        put(fields, at + "residence", of.residence());
        put(fields, at + "purpose", of.purpose());
        facts(fields, at + "declared.", of.declared());
        if (!of.documents().isEmpty()) {
            var kinds = of.documents().stream().map(document -> document.kind()).toList();
            fields.put(at + "documents", String.join(", ", kinds));
        }
    }

    private void finding(Map<String, String> fields, Finding finding) {
        put(fields, "outcome", finding.outcome());
        finding.why().ifPresent(why -> put(fields, "why", why));
        put(fields, "purpose", finding.purpose());
        boolean reveals =
                finding.grounds().stream()
                        .map(Ground::paragraph)
                        .anyMatch(paragraph -> paragraph.revealsProtected());
        fields.put(
                "paragraphs",
                reveals
                        ? PROTECTED
                        : finding.grounds().stream()
                                .map(ground -> ground.paragraph().number())
                                .collect(Collectors.joining(", ")));
        facts(fields, "fact ", finding.facts());
        fields.put("documents", String.join(", ", finding.burden().documents()));
        if (!finding.unanswered().isEmpty()) {
            fields.put(
                    "unanswered",
                    finding.unanswered().stream()
                            .map(this::named)
                            .collect(Collectors.joining(", ")));
        }
    }

    private void facts(Map<String, String> fields, String prefix, Facts facts) {
        facts.values()
                .forEach((name, value) ->
                        fields.put(
                                prefix + name,
                                isProtected(name) ? PROTECTED : ProofWording.value(value)));
    }

    /** Unknown names count as protected. */
    private boolean isProtected(FactName name) {
        return directive
                .vocabulary()
                .definition(name)
                .map(FactDefinition::isProtected)
                .orElse(true);
    }

    private String named(FactName name) {
        return isProtected(name) ? "a protected fact" : name.text();
    }

    private void record(Map<String, String> fields, String prefix, Record record) {
        var kind = StoredKinds.of(record.getClass());
        var components = record.getClass().getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            var value = value(record, components[at]);
            var inner = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            if (inner != null) {
                var name = kind.fields().get(at);
                field(fields, prefix + words(name), kind.name() + "." + name, inner);
            }
        }
    }

    private void field(Map<String, String> fields, String label, String key, Object value) {
        switch (value) {
            case String text -> fields.put(label, text(key, text));
            case TwoOfficerAct.CorrectFact(var fact, var corrected, var evidence) -> {
                fields.put(label + ".fact", named(fact));
                fields.put(
                        label + ".value",
                        isProtected(fact) ? PROTECTED : ProofWording.value(corrected));
                fields.put(label + ".evidence", text("correct-fact.evidence", evidence));
            }
            case Facts facts -> facts(fields, label + ".", facts);
            case Finding finding -> finding(fields, finding);
            case Collection<?> list -> fields.put(label, list(key, list));
            case Record inner when isListed(inner) -> {
                fields.put(label, kind(inner));
                record(fields, label + ".", inner);
            }
            case Object other -> put(fields, label, other);
        }
    }

    private String list(String key, Collection<?> list) {
        return list.stream()
                .map(one -> {
                    var fields = new LinkedHashMap<String, String>();
                    field(fields, "", key, one);
                    return String.join(" ", fields.values());
                })
                .collect(Collectors.joining(", "));
    }

    /** Records whose fields are gone through; of any other, nothing comes. */
    private static boolean isListed(Record record) {
        return record instanceof TwoOfficerAct
                || record instanceof HoldGround
                || record instanceof RequestedItem
                || record instanceof AppealSubject
                || record instanceof Safeguard
                || record instanceof Document
                || record instanceof DirectiveRef;
    }

    private void put(Map<String, String> fields, String label, Object value) {
        fields.put(label, plain(value));
    }

    private String plain(Object value) {
        return switch (value) {
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            case StoredWord word -> word.stored().toLowerCase(Locale.ROOT).replace('_', ' ');
            case LocalDate day -> day.toString();
            case Instant moment -> time(moment).toString();
            case TemporalAccessor time -> time.toString();
            case TravellerNo no -> lifted ? no.toString() : no + " (" + names.person(id, no) + ")";
            case AuthorityId unit -> unit.text();
            case OfficerId officer -> lifted ? officer.text() : names.officer(officer);
            case FactName name -> named(name);
            case UnitFunction function -> function.word();
            case String word -> word;
            default -> "not shown";
        };
    }

    private String text(String key, String text) {
        if (WORDS.contains(key)) {
            return text;
        }
        boolean shown = lifted && !TELLING.contains(key);
        return shown ? text : "not shown (" + text.length() + " characters)";
    }

    private static String kind(Record record) {
        return StoredKinds.of(record.getClass()).name().replace('-', ' ');
    }

    /** As {@code whatIsNew} is read: {@code what is new}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read a field of " + record.getClass(), broken);
        }
    }
}
