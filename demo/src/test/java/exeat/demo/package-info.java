/** Tests of the demonstration. */
@NullMarked
package exeat.demo;

import org.jspecify.annotations.NullMarked;
