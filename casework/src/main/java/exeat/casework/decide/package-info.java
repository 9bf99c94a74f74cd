/**
 * What the rules read of a traveller, what may be asked of them, and what a version of the
 * directive says of it; nothing happens by any of that.
 *
 * <p>Read {@code CaseFacts} first: facts that the application itself shows, and over them what was
 * said, answered and corrected. It gives no events and knows no rule of the road.
 */
@NullMarked
package exeat.casework.decide;

import org.jspecify.annotations.NullMarked;
