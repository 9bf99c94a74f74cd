/**
 * The operators of the machine, each with a key of their own, and what they did with it.
 *
 * <p>Read {@code Operators} first. Whoever has the machine can do more than this records; it says
 * who did what the commands do, in the log, and an audit checks each signature.
 */
@NullMarked
package exeat.desk.operator;

import org.jspecify.annotations.NullMarked;
