package exeat.rules.prove;

import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.Proof.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of all obligations of one directive, and what they rely on.
 *
 * @param layers the directives above it that it was held against, the nearest first
 * @param layersGiven whether the caller named the directives in force above; else only what the
 *     pack extends was looked at
 * @param unprovable the elements that are not exact tests of facts, and why; if there are any, only
 *     citations are proved
 * @param proofs in the order of the obligations
 * @param assumptions links between facts that the last obligation rests on, each in a sentence
 * @param limit the most splits for one obligation
 * @param splits how many were made for all of them
 */
public record ProofReport(
        DirectiveRef directive,
        List<LayerProof> layers,
        boolean layersGiven,
        List<Unprovable> unprovable,
        List<Proof> proofs,
        List<String> assumptions,
        long limit,
        long splits) {

    /** What every proof relies on and does not cover; shown with each. */
    public static final List<String> RESTS_ON =
            List.of(
                    "The proof covers the rules as they are written, for every combination of"
                            + " facts, and for people who have not yet answered what only a local"
                            + " directive asks.",
                    "Whether the rules match the text is for people to judge: two named lawyers sign"
                            + " each pair of a paragraph and a rule, and each link between facts.",
                    "If a fact correlates with a protected fact, the proof that protected facts"
                            + " only help covers it only where the directive declares a link between"
                            + " the two.",
                    "What officers do is not covered: a proof says nothing about delays,"
                            + " documents requested without a rule, or false facts.");

    public ProofReport {
        layers = List.copyOf(layers);
        unprovable = List.copyOf(unprovable);
        proofs = List.copyOf(proofs);
        assumptions = List.copyOf(assumptions);
    }

    /** The directives above it that it was held against, the nearest first. */
    public List<DirectiveRef> against() {
        return layers.stream().map(LayerProof::directive).toList();
    }

    /** Whether each layer that the pack rests on is named by version and hash. */
    public boolean isPinned() {
        return layers.stream().allMatch(LayerProof::pinned);
    }

    /** Whether every obligation holds. */
    public boolean proved() {
        return proofs.stream()
                .allMatch(proof ->
                        switch (proof.verdict()) {
                            case PROVED, NOTHING_TO_PROVE -> true;
                            case FAILED, UNDECIDED, NOT_PROVABLE -> false;
                        });
    }

    /**
     * The conditions of the proof in sentences, links first; empty if there are none or it does not
     * hold.
     */
    public List<String> conditions() {
        if (!proved()) {
            return List.of();
        }
        return Stream.concat(
                        assumptions.stream(),
                        proofs.stream().flatMap(proof -> proof.conditions().stream()))
                .distinct()
                .toList();
    }

    /** Whether it is proved, and on conditions alone. */
    public boolean isConditional() {
        return !conditions().isEmpty();
    }

    public Proof proof(Obligation obligation) {
        return proofs.stream()
                .filter(proof -> proof.obligation() == obligation)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The result of the last obligation for one directive above the pack.
     *
     * @param inForce whether it was said to be in force above; else the pack only extends it
     * @param pinned whether the pack, or the one that extends it, names it by version and hash;
     *     true of a layer that nothing extends
     */
    public record LayerProof(
            DirectiveRef directive, boolean inForce, boolean pinned, Verdict verdict) {}
}
