/**
 * The rules of a directive, as an embedder uses them: read a pack, decide, ask what is missing.
 *
 * <p>Read {@link exeat.rules.Pack} first, then {@link exeat.rules.Directive}; what a decision is
 * made of lies below, in {@code fact}, {@code authority}, {@code document}, {@code finding}, {@code
 * decide} and {@code pack}. It is usable alone, and knows neither proofs nor explanations, which
 * stand above it, nor any database, web, clock or chance but what is passed in.
 */
@NullMarked
package exeat.rules;

import org.jspecify.annotations.NullMarked;
