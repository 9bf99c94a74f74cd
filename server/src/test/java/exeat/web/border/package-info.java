/** Tests of the page on which anybody checks a paper, and of what posts take along. */
@NullMarked
package exeat.web.border;

import org.jspecify.annotations.NullMarked;
