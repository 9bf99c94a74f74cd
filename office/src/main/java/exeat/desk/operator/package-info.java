/**
 * The operators of the machine, each with a key of their own, and their recorded acts.
 *
 * <p>Read {@code Operators} first: it records in the log who gave which command, and an audit
 * checks each signature. Anyone who controls the machine can do more than this records.
 */
@NullMarked
package exeat.desk.operator;

import org.jspecify.annotations.NullMarked;
