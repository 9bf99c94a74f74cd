/**
 * Packs that the bench makes up: facts and rules from a part of the bench, and round them the least
 * that a pack needs to be read.
 *
 * <p>Proofs and decisions are measured on packs from this one maker. Read {@link
 * exeat.bench.pack.MeasuredPack}.
 */
@NullMarked
package exeat.bench.pack;

import org.jspecify.annotations.NullMarked;
