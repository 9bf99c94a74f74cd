package exeat.rules.prove;

import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.pack.PackRecord;
import exeat.rules.prove.Proof.Verdict;

/** How a report of proofs is worded in English, wherever it is shown. */
public final class ProofWording {

    private ProofWording() {}

    /** Which directive, exactly: id, version and the whole hash. */
    public static String name(DirectiveRef ref) {
        return ref.id() + ", version " + ref.version() + ", SHA-256 " + ref.hash();
    }

    /** In capitals where it does not hold, so that nobody reads past it. */
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

    /** As {@link FactDefinition#parse} reads it back. */
    public static String value(Value value) {
        return ValueText.of(value);
    }

    /** How the last obligation came out against one layer, and how the pack rests on it. */
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

    /** What was looked at above the pack, and what was not. */
    public static String layersLookedAt(ProofReport report) {
        return report.layersGiven()
                ? "No directive in force above was looked at but these and what the pack extends."
                : "Nobody said which directives are in force above. One that the pack does not"
                        + " extend was not looked at.";
    }

    /** How all of it came out, and what it took. */
    public static String whole(ProofReport report) {
        return (report.proved() ? "Proved" : "Not proved")
                + ", with "
                + report.splits()
                + " splits; each obligation may take "
                + report.limit()
                + ".";
    }
}
