/** Tests of the algebra of boxes: against enumeration of every point, and at scale. */
@NullMarked
package exeat.rules.box;

import org.jspecify.annotations.NullMarked;
