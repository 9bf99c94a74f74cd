/**
 * FEEL: what an expression says of the values in its scope.
 *
 * <p>After DMN 1.5, 10.3.2. {@link exeat.rules.feel.StaticCheck} finds what cannot be computed
 * before anything is; {@link exeat.rules.feel.Interpreter} computes the rest, within the bounds of
 * a {@link exeat.rules.feel.value.EvaluationContext}, and refuses where the standard leaves the
 * answer open.
 */
@NullMarked
package exeat.rules.feel;

import org.jspecify.annotations.NullMarked;
