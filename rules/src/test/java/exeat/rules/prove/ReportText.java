package exeat.rules.prove;

import exeat.rules.fact.Facts;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.Proof.Failure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole report as text: verdicts, sentences, regions and people, without the number of splits.
 */
public final class ReportText {

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    public static String of(ProofReport report) {
        var all = new ReportText();
        all.line(ProofWording.outcome(report));
        all.line(ProofWording.layersLookedAt(report));
        report.layers().forEach(layer -> all.line("layer " + ProofWording.layer(layer)));
        report.unprovable().forEach(one -> all.line("not exact: " + ProofWording.unprovable(one)));
        report.assumptions().forEach(link -> all.line("link: " + link));
        report.proofs().forEach(all::proof);
        return all.text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void proof(Proof proof) {
        var more = proof.more() == 0 ? "" : ", and " + proof.more() + " more";
        line(proof.obligation().number() + " " + proof.verdict() + more);
        entries("fails", proof.failures());
        entries("note", proof.notes());
        proof.conditions().forEach(condition -> line("  if: " + condition));
    }

    private void entries(String kind, List<Failure> entries) {
        for (var one : entries) {
            line("  " + kind + ": " + one.says());
            if (!one.region().isEmpty()) {
                line("    " + one.region());
                line("    turns on " + one.turnsOn());
            }
            one.people().forEach(who -> line("    " + facts(who.facts()) + ": " + who.comesOut()));
        }
    }

    private static String facts(Facts facts) {
        return facts.values().entrySet().stream()
                .map(fact -> fact.getKey() + " " + ValueText.of(fact.getValue()))
                .collect(Collectors.joining(", "));
    }
}
