/** Tests of the reading of decision tables. */
@NullMarked
package exeat.rules.dmn;

import org.jspecify.annotations.NullMarked;
