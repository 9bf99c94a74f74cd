/** Tests of what every room of the desk uses. */
@NullMarked
package exeat.desk.base;

import org.jspecify.annotations.NullMarked;
