/**
 * How well and how fast {@code exeat.identity} finds one person in two entries, on data that others
 * made. Thresholds are taken from one part of it, results from the other. Read {@code
 * IdentityBench}, which prints each figure beside its bar.
 */
@NullMarked
package exeat.bench.identity;

import org.jspecify.annotations.NullMarked;
