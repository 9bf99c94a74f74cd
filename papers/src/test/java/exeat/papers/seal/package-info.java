/**
 * Seals as they should be, and what somebody would try instead; each refused for its own reason.
 */
@NullMarked
package exeat.papers.seal;

import org.jspecify.annotations.NullMarked;
