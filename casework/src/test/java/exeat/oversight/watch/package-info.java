/** Tests of the watchers. */
@NullMarked
package exeat.oversight.watch;

import org.jspecify.annotations.NullMarked;
