/** Tests of the seals of papers. */
@NullMarked
package exeat.desk.papers;

import org.jspecify.annotations.NullMarked;
