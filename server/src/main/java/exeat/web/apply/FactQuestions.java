package exeat.web.apply;

import exeat.casework.decide.ApplicationInterview;
import exeat.casework.value.Traveller;
import exeat.rules.Directive;
import exeat.rules.Interview.Ask;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The directive's questions, as the interview asks them: only those that can still change the
 * finding, one at a time, in the order that needs the fewest on average, protected ones last.
 */
public final class FactQuestions {

    /** The form value for "I do not know yet": the fact stays unknown and is asked later. */
    static final String UNKNOWN = "unknown";

    private final PackTexts terms;
    private final PageTexts words;
    private final Instant now;

    public FactQuestions(PackTexts terms, PageTexts words, Instant now) {
        this.terms = terms;
        this.words = words;
        this.now = now;
    }

    /**
     * The sequence of questions about facts.
     *
     * @param questions the answered questions, and the next one
     * @param declared the answers to these questions; answers that no longer matter are left out
     * @param finding the directive's finding for these answers
     */
    record Road(List<Question> questions, Facts declared, Finding finding) {}

    Road road(Traveller plain, SubmittedForm answers) {
        var questions = new ArrayList<Question>();
        var notKnown = new HashSet<FactName>();
        var declared = Facts.NONE;
        while (true) {
            var step = ApplicationInterview.next(directive(), with(plain, declared), notKnown, now);
            if (!(step instanceof Ask ask)) {
                return new Road(questions, declared, step.finding());
            }
            var fact = directive().vocabulary().definition(ask.fact()).orElseThrow();
            questions.add(ask(fact));
            var word = answers.value(field(fact));
            var value = PackTexts.parse(fact, word);
            if (value.isPresent()) {
                declared = declared.with(fact.name(), value.get());
            } else if (word.equals(UNKNOWN)) {
                notKnown.add(fact.name());
            } else {
                return new Road(questions, declared, step.finding());
            }
        }
    }

    private static Traveller with(Traveller plain, Facts declared) {
        return TravellerAnswers.with(plain, declared, List.of(), List.of());
    }

    private Directive directive() {
        return terms.directive();
    }

    public static String field(FactDefinition fact) {
        return "fact-" + fact.name().slug();
    }

    /** The question for one fact, also used when an officer or the rules ask for it later. */
    Question ask(FactDefinition fact) {
        var field = field(fact);
        return new Question(
                field,
                terms.question(fact),
                List.of(field),
                form -> put(form, fact),
                answers -> wrong(answers, fact),
                answers -> shown(answers.value(field), fact));
    }

    public void put(FormBuilder form, FactDefinition fact) {
        var field = field(fact);
        form.headline(field);
        var hint = terms.hint(fact);
        if (fact.type() == FactDefinition.FactType.BOOLEAN || !fact.values().isEmpty()) {
            form.radios(field, terms.question(fact), hint, options(fact));
        } else {
            form.text(field, terms.question(fact), hint);
        }
        if (fact.isProtected()) {
            form.prose(words.say("fact.protected.why"), words.say("fact.protected.who"));
        }
    }

    private List<ChoiceOption> options(FactDefinition fact) {
        var options = new ArrayList<ChoiceOption>();
        var values =
                fact.type() == FactDefinition.FactType.BOOLEAN
                        ? List.of("true", "false")
                        : fact.values();
        for (var value : values) {
            PackTexts.parse(fact, value)
                    .ifPresent(v -> options.add(ChoiceOption.of(value, terms.value(fact, v), "")));
        }
        if (fact.isProtected()) {
            options.add(
                    ChoiceOption.of(
                            "withheld", terms.value(fact, exeat.rules.fact.Value.WITHHELD), ""));
        }
        options.add(ChoiceOption.of(UNKNOWN, words.say("fact.unknown"), ""));
        return options;
    }

    private Map<String, String> wrong(SubmittedForm answers, FactDefinition fact) {
        var word = answers.value(field(fact));
        boolean fine = word.equals(UNKNOWN) || PackTexts.parse(fact, word).isPresent();
        return fine ? Map.of() : Map.of(field(fact), words.say("wrong.choose"));
    }

    private List<String> shown(String word, FactDefinition fact) {
        return List.of(
                PackTexts.parse(fact, word)
                        .map(value -> terms.value(fact, value))
                        .orElseGet(() -> words.say("fact.unknown")));
    }
}
