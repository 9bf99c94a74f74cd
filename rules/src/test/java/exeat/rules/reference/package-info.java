/** Engine, interview and proofs held to the reference evaluator. */
@NullMarked
package exeat.rules.reference;

import org.jspecify.annotations.NullMarked;
