/** Tests of what auditors do. */
@NullMarked
package exeat.desk.inspect;

import org.jspecify.annotations.NullMarked;
