/**
 * What Exeat costs, measured beside its peers in one run and one virtual machine.
 *
 * <p>Every engine is given the same tables and the same cases from a seed, and has to answer as the
 * reference does before its time counts. Never shipped: nothing depends on this room.
 */
@NullMarked
package exeat.bench;

import org.jspecify.annotations.NullMarked;
