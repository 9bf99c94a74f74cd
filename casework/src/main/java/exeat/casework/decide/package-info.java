/**
 * The facts of a traveller, what they may be asked, and the finding under a version of the
 * directive; all of this only reads.
 *
 * <p>Read {@code CaseFacts} first: facts that the application itself shows, and over them what was
 * said, answered and corrected. It gives no events and knows no rule of the road.
 */
@NullMarked
package exeat.casework.decide;

import org.jspecify.annotations.NullMarked;
