/**
 * What is unsafe in how an office is set up and kept: folder modes, keys, addresses, witnesses,
 * backups, clocks and operators.
 *
 * <p>Read {@code Doctor}: each check is one method and names what to do. Nothing is changed here.
 */
@NullMarked
package exeat.desk.doctor;

import org.jspecify.annotations.NullMarked;
