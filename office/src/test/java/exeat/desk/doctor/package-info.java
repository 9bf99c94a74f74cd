/** Tests of what is said to be unsafe. */
@NullMarked
package exeat.desk.doctor;

import org.jspecify.annotations.NullMarked;
