/**
 * Benchmarks: measure Exeat and its peers in one run. {@code Main} names the subjects.
 *
 * <p>The subjects are {@code rules} and {@code proofs}, each in a package of its own, and {@code
 * cases} with what else needs a whole office. Never shipped: nothing depends on the bench.
 */
@NullMarked
package exeat.bench;

import org.jspecify.annotations.NullMarked;
