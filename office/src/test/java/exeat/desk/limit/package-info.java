/** Tests of what one address, session or unit may ask for. */
@NullMarked
package exeat.desk.limit;

import org.jspecify.annotations.NullMarked;
