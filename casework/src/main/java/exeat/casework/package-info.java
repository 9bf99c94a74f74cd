/**
 * The life cycles of applications, directives, issues, reports and alarms: commands in, events out.
 *
 * <p>{@code Lifecycle} is the entry point, with two pure functions: {@code respond} says what a
 * command does to a stream, {@code evolve} folds what happened; their parts lie in {@code value},
 * {@code state}, {@code event}, {@code command}, {@code access}, then {@code decide}, {@code
 * evolve}, and the rules by stream in {@code application}, {@code directive} and {@code upward},
 * each of which knows only those named before it. Nothing here uses a database, a clock or
 * randomness: everything except state comes in a {@code Context}.
 */
@NullMarked
package exeat.casework;

import org.jspecify.annotations.NullMarked;
