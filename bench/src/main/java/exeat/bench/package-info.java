/**
 * Benchmarks: measure Exeat and its peers in one run.
 *
 * <p>{@code Main} names the subjects: {@code rules} and {@code proofs}, each in a package of its
 * own, and {@code cases} with what else needs a whole office. It is never shipped, and nothing
 * depends on it.
 */
@NullMarked
package exeat.bench;

import org.jspecify.annotations.NullMarked;
