/**
 * FEEL's grammar: from text and the names in scope to an expression.
 *
 * <p>After DMN 1.5, 10.3.1. A name may hold blanks and operators, so the longest declared name
 * wins; where a text could be read in two ways because the names of a list's items are not known,
 * it is refused.
 */
@NullMarked
package exeat.rules.feel.syntax;

import org.jspecify.annotations.NullMarked;
