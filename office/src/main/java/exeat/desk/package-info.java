/**
 * The desk: one command in, one answer out, and everything that people may read.
 *
 * <p>{@code Office.open} is the way in. Whoever calls (pages, interface, file intake, command line)
 * signs in through {@code Doors} and acts through {@code Desk}; there is no other way to write.
 */
@NullMarked
package exeat.desk;

import org.jspecify.annotations.NullMarked;
