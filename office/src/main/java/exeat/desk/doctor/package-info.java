/**
 * Checks for unsafe points in an office's setup: folder modes, keys, addresses, witnesses, backups,
 * clocks and operators.
 *
 * <p>Read {@code Doctor}: each check is one method and says what to do. It changes nothing.
 */
@NullMarked
package exeat.desk.doctor;

import org.jspecify.annotations.NullMarked;
