/** Tests of when an office is set up. */
@NullMarked
package exeat.desk.setup;

import org.jspecify.annotations.NullMarked;
