package exeat.web.directive;

import exeat.casework.value.BriefingCheck;
import exeat.rules.WorkedCase;
import exeat.rules.document.Paragraph;
import exeat.rules.finding.Outcome;
import exeat.web.component.Heading;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.HtmlForm;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SecureTokens;
import exeat.web.kit.SubmittedForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The short check on a directive: some made-up cases for which an officer gives outcome and
 * paragraph.
 */
final class BriefingCheckForm {

    static final String VERSION = "version";
    private static final int MAX_GIST = 60;
    private static final String OUTCOME = "outcome-";
    private static final String PARAGRAPH = "paragraph-";

    private final RequestContext visit;
    private final PackTexts terms;

    BriefingCheckForm(RequestContext visit, PackTexts terms) {
        this.visit = visit;
        this.terms = terms;
    }

    /** Draws new cases each time, or shows the same ones if a form comes back incomplete. */
    HtmlForm of(SubmittedForm values, Map<String, String> wrong) {
        var words = visit.words();
        var form = new FormBuilder(visit, values, wrong);
        form.hidden(VERSION, terms.directive().ref().hash());
        int number = 1;
        for (var one : asked(values)) {
            form.add(new Heading(3, words.say("check.case", number++), one.id()))
                    .add(new SummaryList(facts(one)))
                    .radios(OUTCOME + one.id(), words.say("check.outcome"), "", outcomes())
                    .select(PARAGRAPH + one.id(), words.say("check.paragraph"), "", paragraphs());
        }
        return form.to("/officer/briefing/acknowledge", words.say("briefing.check.send"));
    }

    private List<WorkedCase> asked(SubmittedForm values) {
        var before =
                terms.directive().workedCases().stream()
                        .filter(one -> values.fields().containsKey(PARAGRAPH + one.id()))
                        .toList();
        return before.isEmpty()
                ? BriefingCheck.ask(terms.directive(), SecureTokens.fresh())
                : before;
    }

    private List<SummaryRow> facts(WorkedCase one) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> one.facts().values().containsKey(fact.name()))
                .map(fact -> {
                    var value = one.facts().values().get(fact.name());
                    return SummaryRow.of(
                            terms.label(fact), value == null ? "" : terms.value(fact, value));
                })
                .toList();
    }

    private String shortened(Paragraph paragraph) {
        var gist = terms.gist(paragraph);
        var text = gist.length() > MAX_GIST ? gist.substring(0, MAX_GIST) + "…" : gist;
        return paragraph.number() + " – " + text;
    }

    private List<ChoiceOption> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> ChoiceOption.of(outcome.name(), terms.outcome(outcome), ""))
                .toList();
    }

    private List<ChoiceOption> paragraphs() {
        return terms.directive().record().paragraphs().stream()
                .filter(p -> isCited(p.number()))
                .map(p -> ChoiceOption.of(p.number(), shortened(p), ""))
                .toList();
    }

    private boolean isCited(String paragraph) {
        return terms.directive().rules().stream()
                .anyMatch(rule -> rule.paragraph().equals(Optional.of(paragraph)));
    }

    /** The unanswered fields, by name. */
    Map<String, String> missing(SubmittedForm posted) {
        var missing = new LinkedHashMap<String, String>();
        for (var one : asked(posted)) {
            for (var field : List.of(OUTCOME + one.id(), PARAGRAPH + one.id())) {
                if (posted.value(field).isEmpty()) {
                    missing.put(field, visit.words().say("wrong.choose"));
                }
            }
        }
        return missing;
    }

    Map<String, BriefingCheck.CheckAnswer> answers(SubmittedForm posted) {
        var answers = new TreeMap<String, BriefingCheck.CheckAnswer>();
        for (var one : terms.directive().workedCases()) {
            Arrays.stream(Outcome.values())
                    .filter(o -> o.name().equals(posted.value(OUTCOME + one.id())))
                    .findFirst()
                    .ifPresent(outcome ->
                            answers.put(
                                    one.id(),
                                    new BriefingCheck.CheckAnswer(
                                            outcome, posted.value(PARAGRAPH + one.id()))));
        }
        return answers;
    }
}
