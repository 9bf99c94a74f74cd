/** Tests of the bench. */
@NullMarked
package exeat.bench;

import org.jspecify.annotations.NullMarked;
