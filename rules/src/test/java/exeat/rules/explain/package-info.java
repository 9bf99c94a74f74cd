/** Tests of explanations, in every language that comes with Exeat. */
@NullMarked
package exeat.rules.explain;

import org.jspecify.annotations.NullMarked;
