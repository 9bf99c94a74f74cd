/**
 * Folds events into states: what each event changes in its stream.
 *
 * <p>One fold a stream and topic; read that of cases first. A fold never refuses: an event that
 * cannot follow is a broken invariant, and it throws. It knows no command and no rule of who may do
 * what.
 */
@NullMarked
package exeat.casework.evolve;

import org.jspecify.annotations.NullMarked;
