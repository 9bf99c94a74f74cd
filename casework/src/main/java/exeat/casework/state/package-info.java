/**
 * The current states of streams: a case with its travellers, a directive's life, an alarm, a unit's
 * reports, an issue.
 *
 * <p>Read {@code TravellerState} and the table of its stages first; {@code DueDays} calculates
 * every deadline from the state alone. A state knows no events: {@code exeat.casework.evolve} says
 * what they change.
 */
@NullMarked
package exeat.casework.state;

import org.jspecify.annotations.NullMarked;
