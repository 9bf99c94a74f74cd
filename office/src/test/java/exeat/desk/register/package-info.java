/** Tests of directives in all their versions. */
@NullMarked
package exeat.desk.register;

import org.jspecify.annotations.NullMarked;
