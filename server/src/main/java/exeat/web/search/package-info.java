/**
 * The page on which officers find a person who stands before them.
 *
 * <p>Begin with {@code SearchPages}: what is typed is sent in a form and is in no address. What is
 * found, and by whom, the office decides (decision 173).
 */
@NullMarked
package exeat.web.search;

import org.jspecify.annotations.NullMarked;
