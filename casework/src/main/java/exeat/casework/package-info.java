/**
 * The life of an application: commands in, events out, one state per traveller.
 *
 * <p>Pure. {@code Lifecycle.respond} decides what a command does; {@code Lifecycle.evolve} folds
 * what happened. Everything that is not state (the pack, the time, the actor) comes in a {@code
 * Context}.
 */
@NullMarked
package exeat.casework;

import org.jspecify.annotations.NullMarked;
