package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.RequestableItems;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.web.casefile.view.HearingTexts;
import exeat.web.component.Link;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Correcting a fact: a proposal, after which the rules decide again. Each fact has a page of its
 * own with its own choices, or a field of its type.
 */
final class CorrectAction {

    private static final String ABSENT = "absent";

    private final CaseId id;
    private final TravellerState state;
    private final PackTexts terms;
    private final PageTexts words;

    CorrectAction(CaseId id, TravellerState state, PackTexts terms, PageTexts words) {
        this.id = id;
        this.state = state;
        this.terms = terms;
        this.words = words;
    }

    /** One for each fact of the directive. */
    List<CaseAction> all() {
        return terms.directive().vocabulary().facts().stream().map(this::correct).toList();
    }

    private CaseAction correct(FactDefinition fact) {
        var label = terms.label(fact);
        // Only a correction that works against the person weighs anything: the desk says so.
        var weigh = new HearingTexts(terms, words);
        var told = new ArrayList<String>();
        told.add(words.say("action.now", label, now(fact)));
        told.addAll(CaseActionKind.CORRECT.told(words));
        return new CaseAction(
                CaseActionKind.CORRECT,
                fact.name().slug(),
                CaseActionKind.CORRECT.title(words, label),
                told,
                form -> {
                    value(form, fact);
                    form.text("evidence", words.say("action.evidence"), "")
                            .area(
                                    "reason",
                                    words.say("action.reason"),
                                    words.say("action.reason.hint"));
                    weigh.askIfAgainst(form);
                },
                posted -> wrong(posted, fact),
                posted ->
                        new TravellerCommand.ProposeAct(
                                id,
                                state.no(),
                                new TwoOfficerAct.CorrectFact(
                                        fact.name(),
                                        read(posted, fact).orElseThrow(),
                                        posted.value("evidence")),
                                posted.value("reason"),
                                weigh.read(posted)));
    }

    /**
     * The facts, each with what is known of it and a link to its own page.
     *
     * @param home the traveller's address
     */
    List<SummaryRow> rows(String home) {
        return terms.directive().vocabulary().facts().stream()
                .map(fact ->
                        SummaryRow.changeable(
                                terms.label(fact),
                                now(fact),
                                new Link(
                                        words.say("action.correct.this"),
                                        correct(fact).address(home),
                                        terms.label(fact))))
                .toList();
    }

    /** What is known of the fact, in words. */
    private String now(FactDefinition fact) {
        return known(fact)
                .map(value -> terms.value(fact, value))
                .or(() ->
                        state.finding()
                                .map(found -> found.facts().sets().get(fact.name()))
                                .map(ValueText::of))
                .orElseGet(() -> words.say("action.unknown"));
    }

    private Optional<Value> known(FactDefinition fact) {
        return Optional.ofNullable(state.facts().values().get(fact.name()))
                .or(() -> state.finding().map(found -> found.facts().values().get(fact.name())));
    }

    private void value(FormBuilder form, FactDefinition fact) {
        var label = words.say("action.value");
        var options = options(fact);
        if (!options.isEmpty()) {
            form.radios("value", label, "", options);
        } else if (fact.type() == FactType.DATE) {
            form.date("value", label, words.say("action.value.day"));
        } else if (fact.type() == FactType.NUMBER) {
            form.input(
                    "value",
                    label,
                    fact.scale() == 0
                            ? words.say("action.value.whole")
                            : words.say("action.value.number", fact.scale()),
                    "text",
                    "10");
        } else {
            form.text("value", label, "");
        }
        if (options.isEmpty() && fact.optional()) {
            form.checks(
                    ABSENT,
                    words.say("action.value.or"),
                    "",
                    List.of(ChoiceOption.of("yes", terms.value(fact, Value.ABSENT), "")));
        }
    }

    /** The values to choose from without the one that stands; none for a number or a date. */
    private List<ChoiceOption> options(FactDefinition fact) {
        var written = fact.type() == FactType.BOOLEAN ? List.of("true", "false") : fact.values();
        var values = new ArrayList<Value>();
        written.forEach(word -> PackTexts.parse(fact, word).ifPresent(values::add));
        if (fact.optional() && !values.isEmpty()) {
            values.add(Value.ABSENT);
        }
        known(fact).ifPresent(values::remove);
        return values.stream()
                .map(value -> ChoiceOption.of(PackTexts.word(value), terms.value(fact, value), ""))
                .toList();
    }

    private Optional<Value> read(SubmittedForm posted, FactDefinition fact) {
        boolean absent = posted.value(ABSENT).equals("yes");
        Optional<Value> value =
                absent
                        ? Optional.of(Value.ABSENT)
                        : fact.type() == FactType.DATE && options(fact).isEmpty()
                                ? posted.date("value").map(Value::of)
                                : PackTexts.parse(fact, posted.value("value"));
        return value.filter(one -> !(one instanceof Value.Withheld))
                .filter(one -> RequestableItems.allows(fact, one));
    }

    private Map<String, String> wrong(SubmittedForm posted, FactDefinition fact) {
        var wrong = new LinkedHashMap<String, String>();
        if (read(posted, fact).isEmpty()) {
            wrong.put(
                    "value",
                    !options(fact).isEmpty()
                            ? words.say("wrong.choose")
                            : words.say(
                                    fact.type() == FactType.DATE
                                            ? "wrong.date"
                                            : "try.wrong.number"));
        }
        for (var field : List.of("evidence", "reason")) {
            if (posted.value(field).isEmpty()) {
                wrong.put(field, words.say("wrong.empty"));
            }
        }
        return wrong;
    }
}
