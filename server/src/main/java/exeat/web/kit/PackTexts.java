package exeat.web.kit;

import com.ibm.icu.util.ULocale;
import exeat.casework.value.PersonName;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.UnitChange;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.Paragraph;
import exeat.rules.document.Phrases;
import exeat.rules.document.PointToWeigh;
import exeat.rules.explain.Explanation;
import exeat.rules.explain.Reader;
import exeat.rules.explain.Reasons;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.fact.ValueText;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import exeat.web.component.LocalizedText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directive's messages in the reader's language, worded for the person or, where one was made for
 * officers, for those who read of them.
 */
public final class PackTexts {

    /** The script in which names from every language can be written. */
    private static final String EVERYBODYS = "Latn";

    private final Directive directive;
    private final PageTexts words;
    private final Reader reader;

    /** The day for which units are named; empty for today. */
    private final Optional<LocalDate> day;

    public PackTexts(Directive directive, PageTexts words) {
        this(directive, words, Reader.PERSON, Optional.empty());
    }

    private PackTexts(
            Directive directive, PageTexts words, Reader reader, Optional<LocalDate> day) {
        this.directive = directive;
        this.words = words;
        this.reader = reader;
        this.day = day;
    }

    /** The texts for those who work on a case: nothing addresses them as the person. */
    public static PackTexts forOfficers(Directive directive, PageTexts words) {
        return new PackTexts(directive, words, Reader.OFFICER, Optional.empty());
    }

    /** These texts, with the names that units had on a day. */
    public PackTexts on(LocalDate then) {
        return new PackTexts(directive, words, reader, Optional.of(then));
    }

    public Directive directive() {
        return directive;
    }

    /** The texts of the directive that decided, which may be above that of the case. */
    public PackTexts of(Finding finding, DirectiveRegister register) {
        return finding.directive().equals(directive.ref())
                ? this
                : new PackTexts(register.directive(finding.directive()), words, reader, day);
    }

    String text(String key) {
        return directive.messages().text(words.locale(), key);
    }

    /** A message of the pack; empty if it has none. */
    public Optional<String> message(String key) {
        return Optional.of(text(key)).filter(text -> !text.equals(key));
    }

    /** A message that speaks to the person, or its wording for officers. */
    private Optional<String> told(String key) {
        return Optional.of(key + ".officer")
                .filter(_ -> reader == Reader.OFFICER)
                .flatMap(this::message)
                .or(() -> message(key));
    }

    /** What decided a finding of this directive, and what would change it. */
    public Reasons reasons(Finding finding) {
        return Reasons.of(directive, finding, words.locale(), reader);
    }

    /**
     * A country by the name that the directive uses for it, so that it has one name; else by its
     * usual one.
     *
     * @param code ISO 3166-1 alpha-2, or {@code none} for no nationality
     */
    public String country(String code) {
        return directive.vocabulary().facts().stream()
                .filter(fact -> fact.source() == FactDefinition.Source.NATIONALITY)
                .filter(fact -> fact.values().contains(code) && !code.equals("none"))
                .findFirst()
                .flatMap(fact -> told("fact." + fact.name().slug() + ".value." + code))
                .orElseGet(() -> words.country(code));
    }

    /** The name of a point that the directive wants weighed. */
    public String weighed(String point) {
        return text(new PointToWeigh(point, "").key());
    }

    /** The directive's title; in English, and marked so, where the pack has no other. */
    public LocalizedText title() {
        return recorded("record.title", directive.record().title());
    }

    public LocalizedText issuer() {
        return recorded("record.issuer", directive.record().issuer());
    }

    public LocalizedText originalLanguage() {
        return recorded("record.original-language", directive.record().originalLanguage());
    }

    /** The addressees: units by their names, others as the record has them. */
    public List<LocalizedText> addressees() {
        return directive.record().addressees().stream()
                .map(one ->
                        directive.authorities().all().stream()
                                .filter(unit -> unit.name().equals(one))
                                .findFirst()
                                .map(unit -> LocalizedText.here(unit(unit.id())))
                                .orElseGet(() -> new LocalizedText(one, words.english())))
                .toList();
    }

    private LocalizedText recorded(String key, String written) {
        return message(key)
                .map(LocalizedText::here)
                .orElseGet(() -> new LocalizedText(written, words.english()));
    }

    public String unit(AuthorityId id) {
        return words.units()
                .name(directive, id, day, words.lang())
                .map(PageTexts::isolated)
                .or(() -> message("authority." + id))
                .or(() -> directive.authorities().find(id).map(unit -> unit.name()))
                .orElse(id.text());
    }

    /**
     * Why a unit's open work went elsewhere by the day of these texts: it closed, or was merged.
     * The reason that administrators gave is not said: they wrote it for one another.
     */
    public Optional<String> ended(AuthorityId id) {
        return words.units()
                .ending(id)
                .filter(end -> day.filter(then -> then.isBefore(end.from())).isEmpty())
                .flatMap(end ->
                        switch (end) {
                            case UnitChange.Merged(_, var into, var from) ->
                                    Optional.of(
                                            words.say(
                                                    "event.HandedOver.merged",
                                                    unit(id),
                                                    unit(into),
                                                    words.day(from)));
                            case UnitChange.Closed(_, var from) ->
                                    Optional.of(
                                            words.say(
                                                    "event.HandedOver.closed",
                                                    unit(id),
                                                    words.day(from)));
                            case UnitChange.Renamed _, UnitChange.Moved _ -> Optional.empty();
                        });
    }

    /** The name of a unit's function. */
    public String function(UnitFunction function) {
        return directive.name(function, words.locale());
    }

    public String label(FactDefinition fact) {
        var key = "fact." + fact.name().slug() + ".label";
        return told(key).orElse(key);
    }

    public String question(FactDefinition fact) {
        return message("fact." + fact.name().slug() + ".question").orElse(label(fact));
    }

    public String hint(FactDefinition fact) {
        return message("fact." + fact.name().slug() + ".hint").orElse("");
    }

    /** A value in the reader's words. */
    public String value(FactDefinition fact, Value value) {
        if (value instanceof Value.Withheld && reader == Reader.OFFICER) {
            return words.say("fact.withheld.officer");
        }
        var key = "fact." + fact.name().slug() + ".value." + word(value);
        return told(key)
                .orElseGet(() ->
                        switch (value) {
                            case Value.Truth(var truth) -> words.say(truth ? "yes" : "no");
                            case Value.Withheld _ -> words.say("fact.withheld");
                            case Value.Day(var date) -> words.day(date);
                            case Value.Absent _ -> words.say("fact.absent");
                            case Value.Text _, Value.Quantity _ -> word(value);
                        });
    }

    /** A value as forms and the API write it. */
    public static String word(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Quantity(var number) -> number.toPlainString();
            case Value.Truth(var truth) -> Boolean.toString(truth);
            case Value.Day(var date) -> date.toString();
            case Value.Absent _ -> "absent";
            case Value.Withheld _ -> "withheld";
        };
    }

    /** A fact's label. */
    public String fact(FactName name) {
        return directive.vocabulary().definition(name).map(this::label).orElse(name.text());
    }

    /** A fact with its value, both in the reader's words. */
    public String said(FactName name, Value value) {
        return directive
                .vocabulary()
                .definition(name)
                .map(fact -> label(fact) + ": " + value(fact, value))
                .orElse(name.text());
    }

    /** A fact with the values that it may have, if only those are known. */
    public String said(FactName name, ValueSet set) {
        return fact(name) + ": " + ValueText.of(set);
    }

    /** All that is known, one line a fact. */
    public List<String> said(Facts facts) {
        var vocabulary = directive.vocabulary();
        return Stream.concat(
                        facts.values().entrySet().stream()
                                .filter(one -> vocabulary.definition(one.getKey()).isPresent())
                                .map(one -> said(one.getKey(), one.getValue())),
                        facts.sets().entrySet().stream()
                                .filter(one -> vocabulary.definition(one.getKey()).isPresent())
                                .map(one -> said(one.getKey(), one.getValue())))
                .toList();
    }

    /** A requested fact or document, in the reader's words. */
    public String item(RequestedItem item) {
        return switch (item) {
            case RequestedItem.OfFact(var name) -> fact(name);
            case RequestedItem.OfDocument(var kind) -> document(kind);
        };
    }

    /** The value that a form field means; empty if the vocabulary has no such value. */
    public static Optional<Value> parse(FactDefinition fact, String word) {
        return fact.parse(word);
    }

    public String outcome(Outcome outcome) {
        return text("outcome." + outcome.word().replace(' ', '-'));
    }

    /**
     * The word for an outcome as it is stored or shown to auditors; any other word is returned
     * unchanged.
     */
    public String outcomeWord(String word) {
        return Arrays.stream(Outcome.values())
                .filter(one -> one.word().equals(word.replace('_', ' ')))
                .findFirst()
                .map(this::outcome)
                .orElse(word);
    }

    /** A purpose in the traveller's words, or by its name. */
    public String purpose(Purpose purpose) {
        return Purposes.fact(directive.vocabulary())
                .flatMap(fact -> told("fact." + fact.name().slug() + ".value." + purpose.slug()))
                .orElseGet(() -> directive.name(purpose, words.locale()));
    }

    /** The purposes that people can apply for. */
    public List<Purpose> purposes() {
        return Purposes.offered(directive.vocabulary());
    }

    /** The purpose that a form field means; empty if people cannot apply for it. */
    public Optional<Purpose> purpose(String word) {
        return Purposes.offered(directive.vocabulary(), word);
    }

    public String clearance(String name) {
        return text("clearance." + name);
    }

    public String document(String kind) {
        var key = "document." + kind;
        return told(key).orElse(key);
    }

    public String route(String route) {
        return text("route." + route);
    }

    public String setAsideGround(String ground) {
        return text("ground." + ground);
    }

    public String instrument(String name) {
        return text("instrument." + name);
    }

    /** The name of an output that this pack declares. */
    public String output(DeclaredOutput output) {
        return text(output.key());
    }

    /**
     * What somebody gets of an output that this pack declares; without the value, for who has no
     * limit.
     */
    public String given(DeclaredOutput output, Optional<Value> value) {
        return Explanation.given(new Phrases(directive.messages(), words.locale()), output, value);
    }

    public String gist(Paragraph paragraph) {
        return message("paragraph." + paragraph.number()).orElse(paragraph.gist());
    }

    /** The grounds in words: the paragraph and its text. */
    public List<String> grounds(Finding finding) {
        return finding.grounds().stream()
                .map(ground ->
                        words.say(
                                "track.ground",
                                ground.paragraph().number(),
                                gist(ground.paragraph())))
                .distinct()
                .toList();
    }

    /**
     * A name marked with its script's language, so that it is pronounced and displayed correctly.
     */
    public static LocalizedText name(PersonName name) {
        return new LocalizedText(
                name.full(),
                name.script().equals(EVERYBODYS) ? "und-" + EVERYBODYS : language(name.script()));
    }

    /** The most common language of a script, according to CLDR. */
    private static String language(String script) {
        var likely = ULocale.addLikelySubtags(new ULocale("und_" + script)).getLanguage();
        return likely.isEmpty() ? "und-" + script : likely;
    }
}
