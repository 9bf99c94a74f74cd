package exeat.rules.prove;

import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.document.DirectiveRef;
import java.util.List;

/**
 * All obligations of one directive, and what their proof rests on.
 *
 * @param layers the directives above it that it was held against, the nearest first
 * @param layersGiven whether somebody said which directives are in force above; else only what the
 *     pack extends was looked at
 * @param unprovable what is no exact test of facts, and why; where there is any, only citations are
 *     proved
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

    /** What every proof rests on, whatever it says: shown wherever a report is. */
    public static final List<String> RESTS_ON =
            List.of(
                    "The proof covers the rules as they are written, for every combination of facts.",
                    "Whether the rules match the text is for people to judge: two named lawyers sign"
                            + " each pair of a paragraph and a rule.",
                    "Facts that only correlate with a protected fact are not covered by the proof that"
                            + " protected facts only help.");

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

    public Proof proof(Obligation obligation) {
        return proofs.stream()
                .filter(proof -> proof.obligation() == obligation)
                .findFirst()
                .orElseThrow();
    }
}
