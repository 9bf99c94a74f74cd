/** Tests of the rules as a whole: real packs, local packs, worked cases, every boundary. */
@NullMarked
package exeat.rules;

import org.jspecify.annotations.NullMarked;
