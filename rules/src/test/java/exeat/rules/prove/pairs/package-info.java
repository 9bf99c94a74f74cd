/** Random packs below others, whose proofs are held to the reference evaluator and to Z3. */
@NullMarked
package exeat.rules.prove.pairs;

import org.jspecify.annotations.NullMarked;
