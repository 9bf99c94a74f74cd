/**
 * The pages of a traveller's own application: its status, what they can do, who opened it, and the
 * receipt from the public log.
 *
 * <p>Read {@code TrackPages} first. It shows a person what is theirs; what officers see of the same
 * case is in {@code casefile}.
 */
@NullMarked
package exeat.web.track;

import org.jspecify.annotations.NullMarked;
