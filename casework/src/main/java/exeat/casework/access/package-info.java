/**
 * Access to a case: who may see and do what, by the unit's place in the line and the units that the
 * case involves.
 *
 * <p>Read {@code Disclosure} first: its result does not contain what an actor may not see. It reads
 * states and changes none; of a command it knows only the actor.
 */
@NullMarked
package exeat.casework.access;

import org.jspecify.annotations.NullMarked;
