/**
 * The cost of proofs: compared with Apache KIE's analysis of decision tables where possible, and
 * alone on tables as large as the bar requires.
 *
 * <p>Each part runs in a virtual machine of its own, so that it can be ended when its time is up.
 * On tables small enough to try every case, trying them shows who is right.
 */
@NullMarked
package exeat.bench.proofs;

import org.jspecify.annotations.NullMarked;
