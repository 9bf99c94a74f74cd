package exeat.web.kit;

import com.ibm.icu.util.ULocale;
import exeat.casework.value.PersonName;
import exeat.casework.value.RequestedItem;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.Paragraph;
import exeat.rules.document.Phrases;
import exeat.rules.explain.Explanation;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import exeat.web.component.LocalizedText;
import java.util.List;
import java.util.Optional;

/** A directive's messages in the reader's language. */
public final class PackTexts {

    /** The script in which names from every language can be written. */
    private static final String EVERYBODYS = "Latn";

    private final Directive directive;
    private final PageTexts words;

    public PackTexts(Directive directive, PageTexts words) {
        this.directive = directive;
        this.words = words;
    }

    public Directive directive() {
        return directive;
    }

    /** The texts of the directive that decided, which may be above that of the case. */
    public PackTexts of(Finding finding, DirectiveRegister register) {
        return finding.directive().equals(directive.ref())
                ? this
                : new PackTexts(register.directive(finding.directive()), words);
    }

    String text(String key) {
        return directive.messages().text(words.locale(), key);
    }

    /** A message of the pack; empty if it has none. */
    Optional<String> maybe(String key) {
        return Optional.of(text(key)).filter(text -> !text.equals(key));
    }

    public String unit(AuthorityId id) {
        return maybe("authority." + id)
                .or(() -> directive.authorities().find(id).map(unit -> unit.name()))
                .orElse(id.text());
    }

    /** The name of a unit's function. */
    public String function(UnitFunction function) {
        return directive.name(function, words.locale());
    }

    public String label(FactDefinition fact) {
        return text("fact." + fact.name().slug() + ".label");
    }

    public String question(FactDefinition fact) {
        return maybe("fact." + fact.name().slug() + ".question").orElse(label(fact));
    }

    public String hint(FactDefinition fact) {
        return maybe("fact." + fact.name().slug() + ".hint").orElse("");
    }

    /** A value in the reader's words. */
    public String value(FactDefinition fact, Value value) {
        var key = "fact." + fact.name().slug() + ".value." + word(value);
        return maybe(key)
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

    /** The same from the outcome as it is stored or shown to auditors; else as it is. */
    public String outcomeWord(String word) {
        return java.util.Arrays.stream(Outcome.values())
                .filter(one -> one.word().equals(word.replace('_', ' ')))
                .findFirst()
                .map(this::outcome)
                .orElse(word);
    }

    /** A purpose in the traveller's words, or by its name. */
    public String purpose(Purpose purpose) {
        return Purposes.fact(directive.vocabulary())
                .flatMap(fact -> maybe("fact." + fact.name().slug() + ".value." + purpose.slug()))
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
        return text("document." + kind);
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
        return maybe("paragraph." + paragraph.number()).orElse(paragraph.gist());
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
