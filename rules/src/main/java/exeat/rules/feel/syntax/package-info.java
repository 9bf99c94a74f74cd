/**
 * FEEL's grammar (DMN 1.5, 10.3.1): parses a text, given the names in scope, to an expression.
 *
 * <p>A name may contain blanks and operators, so the longest declared name wins. If a text has two
 * readings because the names of a list's items are not known, it is refused.
 */
@NullMarked
package exeat.rules.feel.syntax;

import org.jspecify.annotations.NullMarked;
