/**
 * Proves what a directive promises before it is in force, or shows a person for whom it fails.
 *
 * <p>Read {@link exeat.rules.prove.Obligation} and {@link exeat.rules.prove.Prover} first, then one
 * obligation such as {@link exeat.rules.prove.RestrictionProof}; {@link
 * exeat.rules.prove.FactSpace} turns facts into the grids of {@code exeat.rules.box}. Every answer
 * is exact or left open, never sampled, and nothing that decides, asks or explains may use it.
 */
@NullMarked
package exeat.rules.prove;

import org.jspecify.annotations.NullMarked;
