/**
 * Packs made up for the bench: given facts and rules, with the minimum that a pack needs to be
 * read.
 *
 * <p>Proofs and decisions are measured on packs from this one maker. Read {@link
 * exeat.bench.pack.MeasuredPack}.
 */
@NullMarked
package exeat.bench.pack;

import org.jspecify.annotations.NullMarked;
