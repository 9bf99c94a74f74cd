/** Tests of files of applications. */
@NullMarked
package exeat.desk.intake;

import org.jspecify.annotations.NullMarked;
