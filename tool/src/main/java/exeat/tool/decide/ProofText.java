package exeat.tool.decide;

import exeat.rules.ParsedPack;
import exeat.rules.fact.FactName;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.ProofWording;
import exeat.rules.source.PackException.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A report of proofs for people to read. */
final class ProofText {

    private final StringBuilder text = new StringBuilder();

    private ProofText() {}

    static String of(ProofReport report) {
        var page = new ProofText();
        page.write(report);
        return page.text.toString();
    }

    /** What to know of the pack beside its proofs; empty where there is nothing. */
    static String beside(ParsedPack pack) {
        var page = new ProofText();
        page.list(
                "Messages are missing, so this pack decides nothing and cannot be put in force"
                        + " yet:",
                pack.missingWords());
        page.list("Please check:", pack.notes());
        return page.text.toString();
    }

    private void list(String heading, List<Problem> problems) {
        if (!problems.isEmpty()) {
            line("", "");
            line("", heading);
            problems.forEach(problem -> line("  ", problem.toString()));
        }
    }

    private void write(ProofReport report) {
        ProofWording.summary(report)
                .forEach(each -> line(each.startsWith("if: ") ? "  " : "", each));
        line("", "");
        line("", ProofWording.name(report.directive()));
        report.layers().forEach(above -> line("Above it: ", ProofWording.layer(above)));
        line("", ProofWording.layersLookedAt(report));
        for (var proof : report.proofs()) {
            line("", "");
            write(proof);
        }
        line("", "");
        line("", "What the proof relies on:");
        ProofReport.RESTS_ON.forEach(each -> line("  ", each));
        report.assumptions().forEach(each -> line("  Assumed: ", each));
        line("", "");
        line("", ProofWording.whole(report));
    }

    private void write(Proof proof) {
        var obligation = proof.obligation();
        line(
                "",
                obligation.number()
                        + " "
                        + obligation.title()
                        + ": "
                        + ProofWording.verdict(proof.verdict())
                        + ".");
        proof.failures().forEach(failure -> write("  FAILS: ", failure, true));
        if (proof.more() > 0) {
            line("  ", "And " + proof.more() + " more of this kind.");
        }
        proof.conditions().forEach(each -> line("  Only if: ", each));
        proof.notes().forEach(note -> write("  ", note, false));
    }

    private void write(String lead, Failure failure, boolean fails) {
        line(lead, failure.says());
        if (!failure.region().isEmpty()) {
            line("    Who:      ", failure.region());
        }
        for (var person : failure.people()) {
            line("    Such as:  ", facts(person, failure.turnsOn(), true));
            if (fails) {
                line(
                        "      other facts, which make no difference: ",
                        facts(person, failure.turnsOn(), false));
            }
            if (!person.comesOut().isEmpty()) {
                line("      The pack ", person.comesOut() + ".");
            }
        }
    }

    private static String facts(Person person, List<FactName> turnsOn, boolean these) {
        return person.facts().values().entrySet().stream()
                .filter(fact -> turnsOn.contains(fact.getKey()) == these)
                .map(fact -> fact.getKey() + " = " + ProofWording.value(fact.getValue()))
                .collect(Collectors.joining("; "));
    }

    private void line(String lead, String rest) {
        text.append(lead).append(rest).append('\n');
    }
}
