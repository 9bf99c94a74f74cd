package exeat.web.directive;

import exeat.rules.Interview;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.HtmlForm;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form with the facts that can change a finding: those that the interview could ask, and the
 * purpose. Each may stay open.
 */
final class TryoutForm {

    private final PackTexts terms;
    private final PageTexts words;
    private final SubmittedForm posted;
    private final List<FactDefinition> facts;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private Facts given = Facts.NONE;

    TryoutForm(PackTexts terms, PageTexts words, SubmittedForm posted) {
        this.terms = terms;
        this.words = words;
        this.posted = posted;
        this.facts = facts(terms);
        facts.forEach(this::read);
    }

    private static List<FactDefinition> facts(PackTexts terms) {
        var directive = terms.directive();
        var open =
                directive.interview().next(Facts.NONE, Set.of()) instanceof Interview.Ask ask
                        ? ask.open()
                        : List.of();
        return directive.vocabulary().facts().stream()
                .filter(fact -> fact.source() == Source.PURPOSE || open.contains(fact.name()))
                .toList();
    }

    private void read(FactDefinition fact) {
        var field = field(fact);
        if (!isStated(fact)) {
            return;
        }
        var value = fact.type() == FactType.DATE ? day(fact) : fact.parse(posted.value(field));
        value.ifPresentOrElse(
                stated -> given = given.with(fact.name(), stated),
                () -> wrong.put(field, words.say(wrongKey(fact.type()))));
    }

    private static String wrongKey(FactType type) {
        return switch (type) {
            case DATE -> "wrong.date";
            case NUMBER -> "try.wrong.number";
            case TEXT, BOOLEAN -> "wrong.choose";
        };
    }

    private boolean isStated(FactDefinition fact) {
        var field = field(fact);
        return Stream.of(field, field + "-day", field + "-month", field + "-year")
                .anyMatch(name -> !posted.value(name).isEmpty());
    }

    /** A date, or another answer in place of one. */
    private Optional<Value> day(FactDefinition fact) {
        var field = field(fact);
        var instead = posted.value(field);
        return instead.isEmpty()
                ? posted.date(field).<Value>map(Value::of)
                : fact.parse(instead).filter(value -> !(value instanceof Value.Day));
    }

    private static String field(FactDefinition fact) {
        return "fact-" + fact.name().slug();
    }

    /** The answers; facts left open are unknown. */
    Facts given() {
        return given;
    }

    /** A message for each invalid field, by its name. */
    Map<String, String> wrong() {
        return wrong;
    }

    /** The form, with the answers filled in. */
    HtmlForm to(RequestContext visit, String action) {
        var form = new FormBuilder(visit, posted, wrong);
        for (var fact : facts) {
            put(form, fact);
        }
        return form.to(action, words.say("try.button"));
    }

    private void put(FormBuilder form, FactDefinition fact) {
        var field = field(fact);
        var label = terms.question(fact);
        var hint = hint(fact);
        boolean isListed = fact.type() == FactType.BOOLEAN || !fact.values().isEmpty();
        if (isListed) {
            form.select(field, label, hint, options(fact, listed(fact)));
            return;
        }
        switch (fact.type()) {
            case DATE -> form.date(field, label, hint);
            case NUMBER, TEXT, BOOLEAN -> form.text(field, label, hint);
        }
    }

    /**
     * Replaces the pack's text on a protected fact, which is about an application; nothing is kept
     * here.
     */
    private String hint(FactDefinition fact) {
        return fact.isProtected() ? words.say("try.protected") : terms.hint(fact);
    }

    private static List<String> listed(FactDefinition fact) {
        return fact.type() == FactType.BOOLEAN ? List.of("true", "false") : fact.values();
    }

    private List<ChoiceOption> options(FactDefinition fact, List<String> values) {
        var options = new ArrayList<ChoiceOption>();
        options.add(ChoiceOption.of("", words.say("try.open"), ""));
        Stream.concat(values.stream(), Stream.of("absent", "withheld"))
                .distinct()
                .forEach(word ->
                        fact.parse(word)
                                .ifPresent(value ->
                                        options.add(
                                                ChoiceOption.of(
                                                        word, terms.value(fact, value), ""))));
        return options;
    }
}
