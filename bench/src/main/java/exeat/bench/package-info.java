/**
 * Benchmarks: measure Exeat and its peers in one run. {@code Main} names the subjects.
 *
 * <p>The subjects are {@code rules}, {@code proofs} and {@code cases}, each in a package of its
 * own. Never shipped: nothing depends on the bench.
 */
@NullMarked
package exeat.bench;

import org.jspecify.annotations.NullMarked;
