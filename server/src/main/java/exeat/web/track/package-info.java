/**
 * A person's own application: where it stands, what they can do, who looked at it, and the receipt
 * that it is in the public log.
 *
 * <p>Read {@code TrackPages} first. It shows a person what is theirs; what officers see of the same
 * case is in {@code casefile}.
 */
@NullMarked
package exeat.web.track;

import org.jspecify.annotations.NullMarked;
