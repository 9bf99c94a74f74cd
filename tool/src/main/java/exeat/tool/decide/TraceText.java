package exeat.tool.decide;

import exeat.rules.Directive;
import exeat.rules.document.RuleView;
import exeat.rules.explain.RuleTrace;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.tool.input.FactRow;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Prints a trace of a finding as lines of text. */
final class TraceText {

    private TraceText() {}

    static String of(Directive directive, FactRow.Good row) {
        var finding = directive.decide(row.facts());
        var ref = finding.directive();
        var lines = new StringJoiner("\n", "", "\n\n");
        lines.add(row.id() + ": " + finding.outcome().word());
        lines.add("  " + ref.id() + ", version " + ref.version() + ", hash " + ref.hash());
        for (var decision : RuleTrace.of(directive, finding.facts()).decisions()) {
            lines.add("  " + decision.name());
            decision.rules().forEach(tried -> lines.add("    " + rule(tried)));
        }
        return lines.toString();
    }

    private static String rule(RuleTrace.Tried tried) {
        return tried.rule().id() + " (" + basis(tried.rule()) + "): " + result(tried.result());
    }

    private static String basis(RuleView rule) {
        var paragraph = rule.paragraph().map(number -> "paragraph " + number);
        var assumed = Optional.of("assumed").filter(word -> rule.assumed());
        return paragraph
                .map(text -> assumed.map(word -> text + ", " + word).orElse(text))
                .or(() -> assumed)
                .orElse("no paragraph");
    }

    private static String result(RuleTrace.Result result) {
        return switch (result) {
            case RuleTrace.Matched _ -> "matched";
            case RuleTrace.Failed(var fact, var test, var value) ->
                    "failed at "
                            + fact
                            + ", which must be "
                            + test
                            + " and is "
                            + value.map(TraceText::word).orElse("unknown");
            case RuleTrace.Open(var facts) ->
                    "open: no answer to "
                            + facts.stream().map(FactName::text).collect(Collectors.joining(", "));
        };
    }

    /** A value as the input writes it. */
    static String word(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Quantity(var number) -> number.toPlainString();
            case Value.Truth(var truth) -> Boolean.toString(truth);
            case Value.Day(var date) -> date.toString();
            case Value.Absent _ -> "absent";
            case Value.Withheld _ -> "withheld";
        };
    }
}
