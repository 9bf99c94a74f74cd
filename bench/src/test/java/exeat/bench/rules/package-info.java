/** Tests of the bench: the engines that are measured, and the program written from the rules. */
@NullMarked
package exeat.bench.rules;

import org.jspecify.annotations.NullMarked;
