/**
 * The reference evaluator: decides facts by a canonical form in the most literal way, by trying
 * every completion of unknown facts. It shares no code with the engine or the prover, which tests
 * compare with it. It is slow on purpose and decides no real case.
 */
@NullMarked
package exeat.rules.reference;

import org.jspecify.annotations.NullMarked;
