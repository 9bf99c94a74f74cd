package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Correcting a fact: a proposal, after which the rules decide again. */
final class CorrectAction {

    private final CaseId id;
    private final TravellerNo no;
    private final PackTexts terms;
    private final PageTexts words;

    CorrectAction(CaseId id, TravellerNo no, PackTexts terms, PageTexts words) {
        this.id = id;
        this.no = no;
        this.terms = terms;
        this.words = words;
    }

    CaseAction action() {
        var facts = new ArrayList<ChoiceOption>();
        facts.add(ChoiceOption.of("", words.say("ask.choose"), " "));
        for (var fact : terms.directive().vocabulary().facts()) {
            facts.add(ChoiceOption.of(fact.name().text(), terms.label(fact), ""));
        }
        return new CaseAction(
                CaseActionKind.CORRECT,
                "",
                CaseActionKind.CORRECT.title(words),
                CaseActionKind.CORRECT.told(words),
                form ->
                        form.select("fact", words.say("deed.fact"), "", facts)
                                .text(
                                        "value",
                                        words.say("deed.value"),
                                        words.say("deed.value.hint"))
                                .text("evidence", words.say("deed.evidence"), "")
                                .area(
                                        "reason",
                                        words.say("deed.reason"),
                                        words.say("deed.reason.hint")),
                this::wrongCorrection,
                posted ->
                        new TravellerCommand.ProposeAct(
                                id,
                                no,
                                new TwoOfficerAct.CorrectFact(
                                        new FactName(posted.value("fact")),
                                        value(posted).orElseThrow(),
                                        posted.value("evidence")),
                                posted.value("reason")));
    }

    private Optional<Value> value(SubmittedForm posted) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(posted.value("fact")))
                .findFirst()
                .flatMap(fact -> value(fact, posted.value("value")));
    }

    /** Accepts the value as the vocabulary or the pages write it. */
    private Optional<Value> value(FactDefinition fact, String text) {
        return PackTexts.parse(fact, text)
                .or(() ->
                        allowed(fact).stream()
                                .filter(value -> terms.value(fact, value).equalsIgnoreCase(text))
                                .findFirst());
    }

    /** The values to choose from; empty for a number or a date. */
    private static List<Value> allowed(FactDefinition fact) {
        var written =
                fact.type() == FactDefinition.FactType.BOOLEAN
                        ? List.of("true", "false")
                        : fact.values();
        return written.stream().flatMap(word -> PackTexts.parse(fact, word).stream()).toList();
    }

    private Map<String, String> wrongCorrection(SubmittedForm posted) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.value("fact").isEmpty()) {
            wrong.put("fact", words.say("wrong.choose"));
        } else if (value(posted).isEmpty()) {
            wrong.put("value", wrongValue(posted.value("fact")));
        }
        if (posted.value("evidence").isEmpty()) {
            wrong.put("evidence", words.say("wrong.empty"));
        }
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", words.say("wrong.empty"));
        }
        return wrong;
    }

    private String wrongValue(String name) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(name) && !allowed(fact).isEmpty())
                .findFirst()
                .map(fact ->
                        words.say(
                                "wrong.value",
                                allowed(fact).stream()
                                        .map(value -> terms.value(fact, value))
                                        .collect(Collectors.joining(", "))))
                .orElseGet(() -> words.say("wrong.value.any"));
    }
}
