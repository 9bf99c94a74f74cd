/**
 * The rules of a directive, as an embedder uses them: read a pack, decide, ask what is missing.
 *
 * <p>Read {@link exeat.rules.Pack} first, then {@link exeat.rules.Directive}; what a decision is
 * made of lies below, in {@code fact}, {@code authority}, {@code document}, {@code finding}, {@code
 * decide} and {@code pack}. Nothing here knows of proofs or explanations, which stand above ({@code
 * prove}, {@code explain}), and there is no database, web, clock or chance but what is passed in.
 * It is usable alone.
 */
@NullMarked
package exeat.rules;

import org.jspecify.annotations.NullMarked;
