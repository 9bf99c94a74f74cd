/**
 * Events, one file for each stream. Events are the source of truth, and every state is folded from
 * them.
 *
 * <p>Read {@code Event}, then {@code CaseEvent} and {@code TravellerEvent}. The set is sealed, so
 * the compiler names every place that a new event concerns; the names under which events are stored
 * are not these, and never change. What an event leads to is not known here.
 */
@NullMarked
package exeat.casework.event;

import org.jspecify.annotations.NullMarked;
