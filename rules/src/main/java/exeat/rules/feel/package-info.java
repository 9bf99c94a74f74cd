/**
 * FEEL: evaluates expressions over the values in their scope.
 *
 * <p>After DMN 1.5, 10.3.2. {@link exeat.rules.feel.StaticCheck} finds what is not supported before
 * anything is evaluated; {@link exeat.rules.feel.Interpreter} evaluates the rest within the limits
 * of an {@link exeat.rules.feel.value.EvaluationContext}, and refuses where the standard does not
 * define the answer.
 */
@NullMarked
package exeat.rules.feel;

import org.jspecify.annotations.NullMarked;
