/** Tests of how findings compare. */
@NullMarked
package exeat.rules.finding;

import org.jspecify.annotations.NullMarked;
