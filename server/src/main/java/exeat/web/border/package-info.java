/**
 * The border post: finds a paper by its number, lets each office record its own part, and prints
 * the paper as PDF.
 *
 * <p>Read {@code BorderPages} first. A post sees who somebody is and whether the paper is valid,
 * but not why it was issued; to stop means only that the paper could not be verified, and a named
 * officer takes over.
 */
@NullMarked
package exeat.web.border;

import org.jspecify.annotations.NullMarked;
