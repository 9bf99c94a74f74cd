/** Tests of what people may read of a case. */
@NullMarked
package exeat.desk.cases;

import org.jspecify.annotations.NullMarked;
