/**
 * What all of the store uses: bytes as a value, the office's one exception, files of lines, the
 * names of columns.
 *
 * <p>SQL is in the rooms below: begin with {@code exeat.store.database}. Nothing in the store knows
 * a page or what a command means.
 */
@NullMarked
package exeat.store;

import org.jspecify.annotations.NullMarked;
