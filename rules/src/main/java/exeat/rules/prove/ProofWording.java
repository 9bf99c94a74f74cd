package exeat.rules.prove;

import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.pack.PackRecord;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport.LayerProof;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a report of proofs is worded in English, wherever it is shown. */
public final class ProofWording {

    private ProofWording() {}

    /** Which directive, exactly: id, version and the whole hash. */
    public static String name(DirectiveRef ref) {
        return ref.id() + ", version " + ref.version() + ", SHA-256 " + ref.hash();
    }

    /**
     * The verdict in words; in capitals if the obligation does not hold, so that nobody overlooks
     * it.
     */
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PROVED -> "proved";
            case FAILED -> "FAILED";
            case UNDECIDED -> "NOT DECIDED within the limit";
            case NOTHING_TO_PROVE -> "nothing to prove";
            case NOT_PROVABLE -> "NOT PROVABLE";
        };
    }

    /** What is not provable, where it stands, and why. */
    public static String unprovable(Unprovable one) {
        var line = one.line() == 0 ? "" : " (line " + one.line() + " of rules.dmn)";
        return "Not provable: " + one.element() + line + ": " + one.why() + ".";
    }

    /** A value as {@link FactDefinition#parse} reads it back. */
    public static String value(Value value) {
        return ValueText.of(value);
    }

    /** The overall result in a word or a few. */
    public static String outcome(ProofReport report) {
        if (report.isConditional()) {
            return "Proved, if";
        }
        return report.proved() ? "Proved" : "Not proved";
    }

    /**
     * What a reader must know first, in sentences: the result and its conditions, what was proved,
     * and what is not covered.
     */
    public static List<String> summary(ProofReport report) {
        var lines = new ArrayList<String>();
        lines.add(first(report));
        report.conditions().forEach(condition -> lines.add("if: " + condition));
        var above = report.against().stream().map(ref -> ref.id()).toList();
        if (report.proved()) {
            lines.add(
                    "For every person that the vocabulary can describe: the answer is never"
                            + " missing and never a refusal by machine, no two rules contradict each"
                            + " other, and protected facts only help"
                            + (above.isEmpty()
                                    ? "."
                                    : ". Nobody gets less, or is asked for more, than under "
                                            + String.join(" or ", above)
                                            + "."));
        }
        lines.add(
                "Not covered: what officers do; false facts; whether the rules say what the"
                        + " text says (lawyers sign that); whether people can get the documents"
                        + " that the rules name; facts that correlate with a protected fact without"
                        + " a declared link, or through a link that only puts facts in order,"
                        + " reveals the protected fact only from several facts together, or leaves"
                        + " the same values to people who are not shielded; values of a protected"
                        + " fact that the pack leaves out where it shields others; what disclosing"
                        + " adds to the questions that must be answered; what an outcome, a"
                        + " requirement or the id of a rule tells about a protected fact; and of a"
                        + " local pack: how far it is within an area, areas that only one of the"
                        + " packs has, and what new words mean, or words in a language that the"
                        + " directive above does not have (lawyers read those).");
        return lines;
    }

    private static String first(ProofReport report) {
        if (report.isConditional()) {
            return "Proved, if the following holds; the rules do not check it.";
        }
        if (report.proved()) {
            return "Proved, without conditions.";
        }
        var open =
                report.proofs().stream()
                        .filter(proof ->
                                proof.verdict() != Verdict.PROVED
                                        && proof.verdict() != Verdict.NOTHING_TO_PROVE)
                        .map(proof -> String.valueOf(proof.obligation().number()))
                        .collect(Collectors.joining(", "));
        return "Not proved: see obligation " + open + ".";
    }

    /** A link between facts as an assumption, with what it rests on. */
    public static String link(FactLink link) {
        return FactLinkRegions.sentence(link);
    }

    /** The result of the last obligation for one layer, and how the pack names it. */
    public static String layer(LayerProof layer) {
        var named =
                layer.pinned()
                        ? ""
                        : ". It is not named by version and hash, so the pack cannot be put in"
                                + " force; write "
                                + PackRecord.naming(layer.directive());
        return name(layer.directive())
                + ": "
                + holds(layer.verdict())
                + (layer.inForce() ? " (in force above)" : " (extended by the pack)")
                + named
                + ".";
    }

    private static String holds(Verdict verdict) {
        return switch (verdict) {
            case PROVED, NOTHING_TO_PROVE -> "holds";
            case FAILED -> "FAILS";
            case UNDECIDED, NOT_PROVABLE -> verdict(verdict);
        };
    }

    /** Which directives above the pack were checked. */
    public static String layersLookedAt(ProofReport report) {
        return report.layersGiven()
                ? "Only these directives and those that the pack extends were checked; no other"
                        + " directive in force above was."
                : "No directives in force above were given, so only those that the pack extends"
                        + " were checked.";
    }

    /** The overall result, with the number of splits. */
    public static String whole(ProofReport report) {
        return outcome(report)
                + (report.isConditional() ? " the conditions above hold" : "")
                + ", with "
                + report.splits()
                + " splits; the limit for each obligation is "
                + report.limit()
                + ".";
    }
}
