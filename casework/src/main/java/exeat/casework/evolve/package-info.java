/**
 * Folds events into states: what each event changes in its stream.
 *
 * <p>There is one fold for each stream and topic; read {@code CaseFold} first. A fold knows no
 * commands and no rights and never refuses: an impossible event is a broken invariant, and it
 * throws.
 */
@NullMarked
package exeat.casework.evolve;

import org.jspecify.annotations.NullMarked;
