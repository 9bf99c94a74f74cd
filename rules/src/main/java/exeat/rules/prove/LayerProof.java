package exeat.rules.prove;

import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.Proof.Verdict;

/**
 * The result of the last obligation for one directive above the pack.
 *
 * @param inForce whether it was said to be in force above; else the pack only extends it
 * @param pinned whether the pack, or the one that extends it, names it by version and hash; true of
 *     a layer that nothing extends
 */
public record LayerProof(
        DirectiveRef directive, boolean inForce, boolean pinned, Verdict verdict) {}
