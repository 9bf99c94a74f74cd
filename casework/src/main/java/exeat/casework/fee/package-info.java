/**
 * The rules for fees: what a finding asks, and what officers record of it. An unpaid fee stops no
 * crossing and no time limit; it stops the issue of a paper only where the pack says so. Decision
 * 216.
 */
@NullMarked
package exeat.casework.fee;

import org.jspecify.annotations.NullMarked;
