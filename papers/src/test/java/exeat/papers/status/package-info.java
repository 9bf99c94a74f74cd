/** The vectors of the draft, sizes, and lists that somebody made to harm a reader. */
@NullMarked
package exeat.papers.status;

import org.jspecify.annotations.NullMarked;
