package exeat.web.casefile.view;

import exeat.rules.explain.RuleTrace;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.web.component.BulletList;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RuleTexts;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every rule that was checked for a finding, in a collapsed section of the page. */
public final class RuleTraceDetails {

    private final PackTexts terms;
    private final PageTexts words;
    private final RuleTexts rules;

    public RuleTraceDetails(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.rules = new RuleTexts(terms, words);
    }

    public TemplateInstance of(Finding finding) {
        var inner = new ArrayList<RawString>();
        for (var decision : RuleTrace.of(terms.directive(), finding.facts()).decisions()) {
            inner.add(Page.raw(new Heading(3, rules.decision(decision.name()), "")));
            inner.add(
                    Page.raw(new BulletList(decision.rules().stream().map(this::tried).toList())));
        }
        return new Details(words.say("case.trace"), inner);
    }

    private String tried(RuleTrace.Tried tried) {
        var rule = tried.rule();
        var basis =
                rule.paragraph()
                        .map(number -> words.say("case.trace.paragraph", number))
                        .orElseGet(() -> words.say("case.trace.assumed"));
        return words.say("case.trace.rule", rule.id(), basis, result(tried.result()));
    }

    private String result(RuleTrace.Result result) {
        return switch (result) {
            case RuleTrace.Matched _ -> words.say("case.trace.matched");
            case RuleTrace.Failed(var fact, var test, var value) ->
                    words.say(
                            "case.trace.failed",
                            label(fact),
                            rules.test(fact, test),
                            value(fact, value));
            case RuleTrace.Open(var facts) ->
                    words.say(
                            "case.trace.open",
                            facts.stream().map(this::label).collect(Collectors.joining("; ")));
        };
    }

    private Optional<FactDefinition> definition(FactName fact) {
        return terms.directive().vocabulary().definition(fact);
    }

    private String label(FactName fact) {
        return definition(fact).map(terms::label).orElse(fact.text());
    }

    private String value(FactName fact, Optional<Value> value) {
        return value.flatMap(v -> definition(fact).map(f -> terms.value(f, v)))
                .orElseGet(() -> words.say("case.trace.unknown"));
    }
}
