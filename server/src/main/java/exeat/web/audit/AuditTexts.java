package exeat.web.audit;

import exeat.casework.event.EventKind;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.Erasure;
import exeat.casework.value.Application;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.AppearanceEnd;
import exeat.desk.inspect.AuditName;
import exeat.desk.inspect.AuditedField;
import exeat.desk.inspect.AuditedField.LabelPart;
import exeat.desk.inspect.AuditedField.ToldValue;
import exeat.desk.inspect.InspectedCase;
import exeat.rules.authority.Authority;
import exeat.rules.authority.ServiceWay;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.source.StoredWord;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What auditors are told, in the reader's language: steps, their fields, and who did them. */
final class AuditTexts {

    /** The sign between the parts of a name or value. */
    static final String DOT = " · ";

    private final PackTexts terms;
    private final PageTexts words;
    private final ZoneId zone;

    AuditTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.zone = terms.directive().limits().zone();
    }

    /** These texts, with the names that units had on the day of a step. */
    AuditTexts on(InspectedCase.Step step) {
        return new AuditTexts(terms.on(step.at().atZone(zone).toLocalDate()), words);
    }

    PageTexts words() {
        return words;
    }

    ZoneId zone() {
        return zone;
    }

    /** A replacement name, or the own one. */
    static String name(AuditName name, PageTexts words) {
        return switch (name.kind()) {
            case FILE, PERSON, OFFICER, STRANGER, CLOCK, SOMEBODY ->
                    words.say("audit.name." + name.kind(), name.word());
            case OWN_PERSON -> person(new TravellerNo(Integer.parseInt(name.word())), words);
            case OWN_OFFICER -> words.say("audit.name.OFFICER", name.word());
            case OWN -> name.word();
        };
    }

    private static String person(TravellerNo no, PageTexts words) {
        return no.equals(TravellerNo.PRINCIPAL)
                ? words.say("audit.principal")
                : words.say("apply.traveller", no.number());
    }

    /** A person by their number alone. */
    String person(TravellerNo no) {
        return person(no, words);
    }

    /** An officer's id begins with the unit that they came to: its rest is their number there. */
    private Optional<Authority> origin(String officer) {
        return terms.directive().authorities().all().stream()
                .filter(unit -> officer.matches(Pattern.quote(unit.id().text()) + "[.-][^.-]+"))
                .max(Comparator.comparingInt(unit -> unit.id().text().length()));
    }

    private String named(AuditName name) {
        return name.kind() == AuditName.Kind.OWN_OFFICER
                ? origin(name.word())
                        .map(unit ->
                                words.say(
                                        "audit.officer.of",
                                        number(name.word(), unit),
                                        terms.unit(unit.id())))
                        .orElseGet(() -> name(name, words))
                : name(name, words);
    }

    private static String number(String officer, Authority unit) {
        return officer.substring(unit.id().text().length() + 1);
    }

    /** What happened; in words of their own where those for the person say "you". */
    String title(InspectedCase.Step step) {
        var theirs = StoredKeys.of("audit.event.", step.type());
        var key = words.has(theirs) ? theirs : StoredKeys.of("event.", step.type());
        return words.has(key) ? words.say(key) : step.type().replace('-', ' ');
    }

    /** Who did it, and for which unit. */
    String by(InspectedCase.Step step) {
        var name = named(step.by());
        boolean said =
                step.by().kind() == AuditName.Kind.OWN_OFFICER
                        && origin(step.by().word())
                                .filter(unit -> unit.id().text().equals(step.unit()))
                                .isPresent();
        return said || step.unit().isEmpty() ? name : name + ", " + unit(step.unit());
    }

    /** The place of a step in the public log. */
    String inLog(InspectedCase.Step step) {
        return step.entry()
                .map(entry ->
                        entry.index()
                                .map(index -> words.say("audit.in-log", entry.leaf(), index))
                                .orElseGet(() -> words.say("audit.not-in-log", entry.leaf())))
                .orElseGet(() -> words.say("audit.committed", step.commitment()));
    }

    /** Why the clock handed over what a unit had: it has closed. Empty for every other step. */
    Optional<String> ended(InspectedCase.Step step) {
        return Optional.of(step)
                .filter(one -> one.type().equals(EventKind.HANDED_OVER.stored()))
                .filter(one -> one.by().kind() == AuditName.Kind.CLOCK)
                .flatMap(one ->
                        one.fields().stream()
                                .filter(field -> field.label().equals("from"))
                                .flatMap(field -> field.told().stream())
                                .filter(ToldValue.ToldUnit.class::isInstance)
                                .map(ToldValue.ToldUnit.class::cast)
                                .findFirst())
                .flatMap(from -> terms.ended(from.unit()));
    }

    /** A unit's name; what is no unit of this directive stays as it is. */
    private String unit(String id) {
        return terms.directive().authorities().all().stream()
                .map(Authority::id)
                .filter(unit -> unit.text().equals(id))
                .findFirst()
                .map(terms::unit)
                .orElse(id);
    }

    String label(AuditedField field) {
        return field.path().stream().map(this::part).collect(Collectors.joining(DOT));
    }

    private String part(LabelPart name) {
        return switch (name) {
            case LabelPart.FieldName(_, var meaning) -> word("audit.field.", meaning);
            case LabelPart.OfPerson(var no) -> person(no);
            case LabelPart.ReadFact(var fact) -> terms.fact(fact);
            case LabelPart.StatedFact(var fact) -> terms.fact(fact);
        };
    }

    /** A test holds that each has a message; a file is shown even if one should lack it. */
    private String word(String prefix, String word) {
        var key = prefix + word.replace(' ', '-');
        return words.has(key) ? words.say(key) : word;
    }

    /** The values; a dash where there are none. */
    String text(AuditedField field) {
        return field.told().isEmpty()
                ? "–"
                : field.told().stream().map(this::told).collect(Collectors.joining(", "));
    }

    private String told(ToldValue told) {
        return switch (told) {
            case ToldValue.ToldText(var text) -> text;
            case ToldValue.Protected _ -> words.say("audit.protected");
            case ToldValue.ProtectedFact _ -> words.say("audit.protected-fact");
            case ToldValue.NotShown _ -> words.say("audit.not-shown");
            case ToldValue.PersonsSecret _ -> words.say("audit.own-secret");
            case ToldValue.ToldGuardian guardian -> guardian(guardian);
            case ToldValue.ToldTruth(var truth) -> words.say(truth ? "yes" : "no");
            case ToldValue.ToldDay(var day) -> words.day(day);
            case ToldValue.ToldBirth(var born) -> words.born(born);
            case ToldValue.ToldMoment(var at) -> words.zoned(at, zone);
            case ToldValue.ToldPerson(var no, var name) ->
                    name.isOwn() ? person(no) : person(no) + DOT + name(name, words);
            case ToldValue.ToldName(var name) -> named(name);
            case ToldValue.ToldUnit(var unit) -> terms.unit(unit);
            case ToldValue.ToldFunction(var function) -> terms.function(function);
            case ToldValue.ToldFact(var fact) -> terms.fact(fact);
            case ToldValue.ToldFactValue(var fact, var value) ->
                    terms.directive()
                            .vocabulary()
                            .definition(fact)
                            .map(known -> terms.value(known, value))
                            .orElse(told.plain());
            case ToldValue.ToldOutcome(var outcome) -> terms.outcome(outcome);
            case ToldValue.ToldPurpose(var purpose) -> terms.purpose(purpose);
            case ToldValue.ToldClearance(var clearance) -> terms.clearance(clearance);
            case ToldValue.ToldDocument(var kind) -> terms.document(kind);
            case ToldValue.ToldCountry(var code) -> terms.country(code);
            case ToldValue.ToldConstant(var constant) -> constant(constant);
            case ToldValue.ToldKind(var kind) -> word("audit.kind.", kind);
            case ToldValue.ToldTask(var task) ->
                    words.has("task." + task) ? words.say("task." + task) : terms.clearance(task);
            case ToldValue.Together(var parts) ->
                    parts.stream().map(this::told).collect(Collectors.joining(DOT));
        };
    }

    /**
     * A guardian by name; otherwise by who they are in the application, or by their place among the
     * guardians.
     */
    private String guardian(ToldValue.ToldGuardian guardian) {
        var who =
                guardian.party()
                        .map(this::person)
                        .orElseGet(() -> words.say("audit.guardian", guardian.index() + 1));
        return guardian.name().isEmpty() ? who : guardian.name() + DOT + who;
    }

    private String constant(StoredWord constant) {
        return key(constant).map(words::say).orElse(constant.stored());
    }

    /** The message about a constant that auditors are shown; empty for one that they are not. */
    static Optional<String> key(StoredWord constant) {
        return Optional.ofNullable(
                switch (constant) {
                    case Application.Channel one -> "audit.channel." + one;
                    case DirectiveStatus one -> "admin.standing." + one;
                    case Consequence one -> "audit.consequence." + one;
                    case CrossingDirection one -> "audit.direction." + one;
                    case ServiceWay one -> "audit.way." + one;
                    case CaseHandling.OutOfOrderReason one -> "turn." + one;
                    case CaseHandling.ConflictOfInterest one -> "tie." + one;
                    case Erasure.ErasureGround one -> "erased.ground." + one;
                    case ReferReason one -> "audit.why." + one;
                    case AppearanceEnd one -> "appearance.end." + one.stored();
                    default -> null;
                });
    }
}
