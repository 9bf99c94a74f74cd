/** Tests of facts: definitions, conditions, classes of values. */
@NullMarked
package exeat.rules.fact;

import org.jspecify.annotations.NullMarked;
