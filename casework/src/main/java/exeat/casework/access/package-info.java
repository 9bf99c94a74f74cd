/**
 * Who may see and touch what of a case: the unit's place in the line, the units that a case
 * involves, and what of it is shown to whom.
 *
 * <p>Read {@code Disclosure} first: what an actor may not see is not in what they get. It reads
 * states and changes none, and knows no command but who gives it.
 */
@NullMarked
package exeat.casework.access;

import org.jspecify.annotations.NullMarked;
