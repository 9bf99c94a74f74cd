/**
 * Why a finding is what it is: in sentences, by the facts that settle it, by what would change it,
 * and rule by rule.
 *
 * <p>Read {@link exeat.rules.explain.Explanation} first; {@link
 * exeat.rules.explain.SufficientReason} finds a smallest set of facts that settles a finding,
 * {@link exeat.rules.explain.Counterfactuals} the fewest changes that lead to approval. It decides
 * nothing and proves nothing.
 */
@NullMarked
package exeat.rules.explain;

import org.jspecify.annotations.NullMarked;
