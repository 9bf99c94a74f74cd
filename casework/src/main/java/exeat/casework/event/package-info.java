/**
 * Events, one file for each stream: they are the source of truth, and every state is folded from
 * them.
 *
 * <p>Read {@code Event}, then {@code CaseEvent}, {@code TravellerEvent} and the catalogue {@code
 * EventKind}. The set is sealed, so the compiler names every place that a new event concerns; the
 * names under which events are stored are not these, and never change.
 */
@NullMarked
package exeat.casework.event;

import org.jspecify.annotations.NullMarked;
