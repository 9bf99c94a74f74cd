/**
 * The judge: decides facts by a canonical form in the most literal way, by trying every completion
 * of what is not known. It shares no code with the engine or the prover, which are both held to it.
 * It is slow on purpose, and nobody is decided by it.
 */
@NullMarked
package exeat.rules.reference;

import org.jspecify.annotations.NullMarked;
