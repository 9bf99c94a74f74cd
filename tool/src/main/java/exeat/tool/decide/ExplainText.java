package exeat.tool.decide;

import exeat.rules.Directive;
import exeat.rules.explain.Explanation;
import exeat.tool.input.FactRow;
import java.util.Locale;
import java.util.StringJoiner;

/** An explanation as people read it, on the terminal. */
final class ExplainText {

    private final Directive directive;
    private final Locale locale;

    ExplainText(Directive directive, Locale locale) {
        this.directive = directive;
        this.locale = locale;
    }

    /**
     * @param open whether to leave out what tells a protected fact
     */
    String of(FactRow.Good row, boolean open) {
        var finding = directive.decide(row.facts());
        var explanation = Explanation.of(directive, finding, locale);
        var lines = new StringJoiner("\n", "", "\n\n");
        var outcome = "outcome." + finding.outcome().word().replace(' ', '-');
        lines.add(row.id() + ": " + directive.messages().text(locale, outcome));
        if (open) {
            explanation.open().forEach(text -> lines.add("  " + text));
            return lines.toString();
        }
        explanation.sentences().forEach(sentence -> lines.add("  " + sentence.text()));
        explanation.sufficientReason().ifPresent(sentence -> lines.add("  " + sentence.text()));
        explanation.counterfactuals().forEach(text -> lines.add("  " + text));
        return lines.toString();
    }
}
