package exeat.desk.inspect;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.Application;
import exeat.casework.value.Guardian;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.codec.StoredKinds;
import exeat.desk.inspect.AuditedField.LabelPart;
import exeat.desk.inspect.AuditedField.ToldValue;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.DirectiveRef;
import exeat.rules.document.Paragraph;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.source.StoredWord;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an auditor is shown of a step. Only what is listed ({@link AuditedLists}) is shown:
 * deadlines, units, words of the law and the pack, numbers and replacement names; of anything else
 * nothing, not even its length. For a case shown by name, names and texts are included; protected
 * facts never are. One for each file: its steps are gone through in their order.
 */
final class AuditRedaction {

    private final Pseudonyms names;
    private final Directive directive;
    private final CaseId id;
    private final boolean lifted;

    /** The guardians of each child, as the application names them. */
    private final Map<TravellerNo, List<Guardian>> guardians = new HashMap<>();

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

    /** The fields of a step, in their order. */
    List<AuditedField> fields(Event event) {
        var fields = new ArrayList<AuditedField>();
        if (event instanceof ProtectionEvent) {
            // No auditor is told that there is such a step (AuditedPast); of what it says neither.
            return fields;
        }
        switch (EventKind.of(event).toAuditor()) {
            case FIELDS -> {
                record(fields, List.of(), (Record) event);
                fields.replaceAll(field -> retold(event, field));
            }
            case FIELDS_WITHOUT_REMAINS -> {
                record(fields, List.of(), ((CaseEvent.Erased) event).told());
                // They count the steps that no auditor is told of.
                fields.removeIf(field -> field.label().equals("steps"));
            }
            case APPLICATION -> applied(fields, (CaseEvent.Applied) event);
            case FINDING -> {
                var found = (TravellerEvent.Found) event;
                put(fields, at("traveller"), found.traveller());
                finding(fields, List.of(), found.finding());
            }
            case NOTHING -> {}
        }
        return fields;
    }

    /** What can be told only with the rest of the step. */
    private AuditedField retold(Event event, AuditedField field) {
        var label = field.label();
        return switch (event) {
            case TravellerEvent.Warned warned when label.equals("about") ->
                    new AuditedField(field.path(), about(warned));
            case TravellerEvent.SafeguardMet(var child, Safeguard.Consent(int guardian, _))
                    when label.equals("safeguard.guardian") ->
                    AuditedField.of(field.path(), guardian(child, guardian));
            default -> field;
        };
    }

    /** The clearance, hold or appeal that is late, as the step that opened it has it. */
    private static List<ToldValue> about(TravellerEvent.Warned warned) {
        if (warned.about().isEmpty()) {
            return List.of();
        }
        return List.of(
                warned.task().equals("clear")
                        ? new ToldValue.ToldClearance(warned.about())
                        : new ToldValue.ToldText(warned.about()));
    }

    /** By number alone if the application is gone. */
    private ToldValue guardian(TravellerNo child, int index) {
        var known = guardians.getOrDefault(child, List.of());
        var guardian =
                index < known.size() ? Optional.of(known.get(index)) : Optional.<Guardian>empty();
        return new ToldValue.ToldGuardian(
                index,
                guardian.filter(_ -> lifted).map(Guardian::name).orElse(""),
                guardian.flatMap(Guardian::party));
    }

    /** An officer's name in this file. */
    AuditName name(OfficerId officer) {
        return lifted ? AuditName.own(officer) : names.officer(officer);
    }

    /** A person's name in this file. */
    AuditName name(TravellerNo no) {
        return lifted ? AuditName.own(no) : names.person(id, no);
    }

    private static List<LabelPart> at(String word) {
        return List.of(new LabelPart.FieldName(word));
    }

    private void applied(List<AuditedField> fields, CaseEvent.Applied applied) {
        record(fields, at("directive"), applied.directive());
        Application application = applied.application();
        fields.add(
                AuditedField.of(
                        at("number"),
                        lifted
                                ? new ToldValue.ToldText(application.number())
                                : new ToldValue.ToldName(names.file(id))));
        put(fields, at("channel"), application.channel());
        application.enteredBy().ifPresent(unit -> put(fields, at("entered by"), unit));
        put(fields, at("holder"), applied.holder());
        application.travellers().forEach(traveller -> traveller(fields, traveller));
    }

    private void traveller(List<AuditedField> fields, Traveller of) {
        guardians.put(of.no(), of.guardians());
        List<LabelPart> person = List.of(new LabelPart.OfPerson(of.no()));
        fields.add(
                AuditedField.of(
                        AuditedField.below(person, "name"),
                        lifted
                                ? new ToldValue.ToldText(
                                        of.names().stream()
                                                .map(name -> name.full())
                                                .collect(Collectors.joining(", ")))
                                : new ToldValue.ToldName(names.person(id, of.no()))));
        fields.add(
                AuditedField.of(
                        AuditedField.below(person, "born"),
                        lifted ? new ToldValue.ToldBirth(of.birthDate()) : years(of.birthDate())));
        fields.add(
                AuditedField.of(
                        AuditedField.below(person, "nationality"),
                        new ToldValue.ToldCountry(of.nationality())));
        put(fields, AuditedField.below(person, "residence"), of.residence());
        put(fields, AuditedField.below(person, "purpose"), of.purpose());
        facts(
                fields,
                name ->
                        AuditedField.below(
                                AuditedField.below(person, "declared"),
                                new LabelPart.StatedFact(name)),
                of.declared());
        if (!of.documents().isEmpty()) {
            fields.add(
                    new AuditedField(
                            AuditedField.below(person, "documents"),
                            of.documents().stream()
                                    .<ToldValue>map(
                                            document -> new ToldValue.ToldDocument(document.kind()))
                                    .toList()));
        }
    }

    private void finding(List<AuditedField> fields, List<LabelPart> path, Finding finding) {
        fields.add(
                AuditedField.of(
                        AuditedField.below(path, "outcome"),
                        new ToldValue.ToldOutcome(finding.outcome())));
        finding.why().ifPresent(why -> put(fields, AuditedField.below(path, "why"), why));
        put(fields, AuditedField.below(path, "purpose"), finding.purpose());
        boolean reveals = reveals(finding.grounds().stream().map(Ground::paragraph));
        // What cites nothing follows from every rule that did not match, or that still may.
        boolean derived =
                finding.grounds().isEmpty()
                        ? reveals(directive.record().paragraphs().stream())
                        : reveals;
        fields.add(
                hidden(
                        reveals,
                        AuditedField.below(path, "paragraphs"),
                        finding.grounds().stream()
                                .map(ground ->
                                        new ToldValue.ToldText(ground.paragraph().number()))));
        facts(
                fields,
                name -> AuditedField.below(path, new LabelPart.ReadFact(name)),
                finding.facts());
        fields.add(
                hidden(
                        derived,
                        AuditedField.below(path, "documents"),
                        finding.burden().documents().stream().map(ToldValue.ToldDocument::new)));
        if (!finding.unanswered().isEmpty()) {
            fields.add(
                    hidden(
                            derived,
                            AuditedField.below(path, "unanswered"),
                            finding.unanswered().stream().map(this::named)));
        }
    }

    private static boolean reveals(Stream<Paragraph> paragraphs) {
        return paragraphs.anyMatch(Paragraph::revealsProtected);
    }

    private static AuditedField hidden(
            boolean hidden, List<LabelPart> path, Stream<? extends ToldValue> told) {
        return new AuditedField(
                path,
                hidden ? List.of(new ToldValue.Protected()) : told.<ToldValue>map(v -> v).toList());
    }

    private void facts(
            List<AuditedField> fields, Function<FactName, List<LabelPart>> path, Facts facts) {
        facts.values()
                .forEach((name, value) ->
                        fields.add(AuditedField.of(path.apply(name), value(name, value))));
        facts.sets()
                .forEach((name, set) ->
                        fields.add(
                                AuditedField.of(
                                        path.apply(name),
                                        isProtected(name)
                                                ? new ToldValue.Protected()
                                                : new ToldValue.ToldText(ValueText.of(set)))));
    }

    private ToldValue value(FactName name, Value value) {
        return isProtected(name)
                ? new ToldValue.Protected()
                : new ToldValue.ToldFactValue(name, value);
    }

    /** Unknown names count as protected. */
    private boolean isProtected(FactName name) {
        return directive
                .vocabulary()
                .definition(name)
                .map(FactDefinition::isProtected)
                .orElse(true);
    }

    private ToldValue named(FactName name) {
        return isProtected(name) ? new ToldValue.ProtectedFact() : new ToldValue.ToldFact(name);
    }

    private void record(List<AuditedField> fields, List<LabelPart> path, Record record) {
        var kind = StoredKinds.of(record.getClass());
        var components = record.getClass().getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            var value = value(record, components[at]);
            var inner = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            if (inner != null) {
                var name = kind.fields().get(at);
                field(
                        fields,
                        AuditedField.below(path, label(words(name), inner)),
                        kind.name() + "." + name,
                        inner);
            }
        }
    }

    /** A stored word that stands for several things has a name for each. */
    private static LabelPart label(String word, Object value) {
        var meaning =
                switch (value) {
                    case LocalDate _ when word.equals("from") -> "valid-from";
                    case Instant _ when word.equals("from") -> "valid-from";
                    case DirectiveRef _ when word.equals("from") -> "from-version";
                    case DirectiveRef _ when word.equals("to") -> "to-version";
                    case TravellerNo _ when word.equals("to") -> "secret-of";
                    default -> word;
                };
        return new LabelPart.FieldName(word, meaning);
    }

    void field(List<AuditedField> fields, List<LabelPart> path, String key, Object value) {
        switch (value) {
            case TwoOfficerAct.CorrectFact(var fact, var corrected, var evidence) -> {
                fields.add(AuditedField.of(AuditedField.below(path, "fact"), named(fact)));
                fields.add(
                        AuditedField.of(AuditedField.below(path, "value"), value(fact, corrected)));
                fields.add(
                        AuditedField.of(
                                AuditedField.below(path, "evidence"),
                                text("correct-fact.evidence", evidence)));
            }
            case Facts facts ->
                    facts(
                            fields,
                            name -> AuditedField.below(path, new LabelPart.StatedFact(name)),
                            facts);
            case Finding finding -> finding(fields, List.of(), finding);
            case Collection<?> list -> fields.add(new AuditedField(path, list(key, list)));
            case Record inner when isListed(inner) -> {
                fields.add(AuditedField.of(path, kind(inner)));
                record(fields, path, inner);
            }
            case Object other -> fields.add(AuditedField.of(path, told(key, other)));
        }
    }

    private List<ToldValue> list(String key, Collection<?> list) {
        return list.stream()
                .map(one -> {
                    var fields = new ArrayList<AuditedField>();
                    field(fields, List.of(), key, one);
                    var told = fields.stream().flatMap(field -> field.told().stream()).toList();
                    return told.size() == 1 ? told.getFirst() : new ToldValue.Together(told);
                })
                .toList();
    }

    private static boolean isListed(Record record) {
        return AuditedLists.RECORDS.stream().anyMatch(listed -> listed.isInstance(record));
    }

    /** A value by kind and field: whole only if it is listed, or names a unit or person. */
    ToldValue told(String key, Object value) {
        return switch (value) {
            case String text -> text(key, text);
            case AuthorityId _, OfficerId _, TravellerNo _, UnitFunction _, FactName _ ->
                    told(value);
            case Object listed when AuditedLists.SHOWN.contains(key) -> told(listed);
            case Object _ when AuditedLists.TELLING.contains(key) -> new ToldValue.NotShown();
            case Object any when lifted -> told(any);
            case LocalDate day -> year(day);
            case Object _ -> new ToldValue.NotShown();
        };
    }

    /** As much of a date as is told of a date of birth. */
    private static ToldValue years(BirthDate born) {
        int first = born.earliest().getYear();
        int last = born.latest().getYear();
        return new ToldValue.ToldText(first == last ? "" + first : first + "–" + last);
    }

    private static ToldValue year(LocalDate day) {
        return new ToldValue.ToldText(Integer.toString(day.getYear()));
    }

    private void put(List<AuditedField> fields, List<LabelPart> path, Object value) {
        fields.add(AuditedField.of(path, told(value)));
    }

    private ToldValue told(Object value) {
        return switch (value) {
            case Boolean truth -> new ToldValue.ToldTruth(truth);
            case Number number -> new ToldValue.ToldText(number.toString());
            case Outcome outcome -> new ToldValue.ToldOutcome(outcome);
            case Purpose purpose -> new ToldValue.ToldPurpose(purpose);
            case StoredWord word -> new ToldValue.ToldConstant(word);
            case LocalDate day -> new ToldValue.ToldDay(day);
            case Instant moment -> new ToldValue.ToldMoment(time(moment));
            case TemporalAccessor time -> new ToldValue.ToldText(time.toString());
            case TravellerNo no -> new ToldValue.ToldPerson(no, name(no));
            case AuthorityId unit -> new ToldValue.ToldUnit(unit);
            case OfficerId officer -> new ToldValue.ToldName(name(officer));
            case FactName name -> named(name);
            case UnitFunction function -> new ToldValue.ToldFunction(function);
            case String word -> new ToldValue.ToldText(word);
            default -> new ToldValue.NotShown();
        };
    }

    private ToldValue text(String key, String text) {
        if (AuditedLists.WORDS.contains(key)) {
            return key.endsWith(".clearance")
                    ? new ToldValue.ToldClearance(text)
                    : key.endsWith(".task")
                            ? new ToldValue.ToldTask(text)
                            : key.equals("document.kind")
                                    ? new ToldValue.ToldDocument(text)
                                    : new ToldValue.ToldText(text);
        }
        if (!lifted || AuditedLists.TELLING.contains(key)) {
            return new ToldValue.NotShown();
        }
        return key.equals("consent.evidence") && text.equals(Safeguard.Consent.OWN_SECRET)
                ? new ToldValue.PersonsSecret()
                : new ToldValue.ToldText(text);
    }

    private static ToldValue kind(Record record) {
        return new ToldValue.ToldKind(StoredKinds.of(record.getClass()).name().replace('-', ' '));
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
