/**
 * Access to a case: who may see and do what, by the unit's place in the line and the units that the
 * case involves.
 *
 * <p>Read {@code Disclosure} first: what an actor may not see is not in what they get. It reads
 * states and changes none, and knows no command but who gives it.
 */
@NullMarked
package exeat.casework.access;

import org.jspecify.annotations.NullMarked;
