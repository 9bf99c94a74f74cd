/**
 * The current states of streams: a case with its travellers, a directive's life, an alarm, a unit's
 * reports, an issue.
 *
 * <p>Read {@code TravellerState} and the table of its stages first; {@code DueDays} works out every
 * limit from the state alone. A state knows no event: what events change of it stands in {@code
 * exeat.casework.evolve}.
 */
@NullMarked
package exeat.casework.state;

import org.jspecify.annotations.NullMarked;
