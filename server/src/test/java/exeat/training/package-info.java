/** The packaged server as a training installation. */
@NullMarked
package exeat.training;

import org.jspecify.annotations.NullMarked;
