/** Tests of operators of the machine. */
@NullMarked
package exeat.desk.operator;

import org.jspecify.annotations.NullMarked;
