/**
 * Folds events into states: what each event changes in its stream.
 *
 * <p>There is one fold for each stream and topic; read that of cases first. A fold never refuses:
 * an impossible event is a broken invariant, and it throws. It knows no commands and no rights.
 */
@NullMarked
package exeat.casework.evolve;

import org.jspecify.annotations.NullMarked;
