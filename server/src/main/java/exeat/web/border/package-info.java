/**
 * The border post: a paper is found by its number, and each office records its own part; and the
 * paper itself as PDF.
 *
 * <p>Read {@code BorderPages} first. A post sees who somebody is and whether the paper is good, and
 * nothing of why. Stop says only that this paper fails: a named officer takes over.
 */
@NullMarked
package exeat.web.border;

import org.jspecify.annotations.NullMarked;
