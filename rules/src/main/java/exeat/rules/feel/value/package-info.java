/**
 * The values of FEEL, their types, order, equality and text.
 *
 * <p>After DMN 1.5 (formal/24-01-01), 10.3.2: every value is immutable, numbers are Decimal128 and
 * compared exactly, and operands without a defined answer give null. A question that the standard
 * leaves open throws an {@link exeat.rules.feel.value.EvaluationException}, never a guess; a {@link
 * exeat.rules.feel.value.EvaluationContext} bounds every computation.
 */
@NullMarked
package exeat.rules.feel.value;

import org.jspecify.annotations.NullMarked;
