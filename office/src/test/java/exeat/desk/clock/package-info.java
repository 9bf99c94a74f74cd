/** Tests of what time makes due. */
@NullMarked
package exeat.desk.clock;

import org.jspecify.annotations.NullMarked;
