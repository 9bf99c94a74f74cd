/** Tests of what is worked out of a case and stored beside it. */
@NullMarked
package exeat.desk.projection;

import org.jspecify.annotations.NullMarked;
