/** Tests of the rules: real packs, bad packs, worked cases, every boundary. */
@NullMarked
package exeat.rules;

import org.jspecify.annotations.NullMarked;
