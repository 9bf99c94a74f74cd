/**
 * A day of each function in a browser, from signing in to signing out.
 *
 * <p>Read {@code FunctionDaysIT}. Each day is walked in English and in one other language, by the
 * words that the page itself shows in it.
 */
@NullMarked
package exeat.web.day;

import org.jspecify.annotations.NullMarked;
