/**
 * All versions of the directives, when each is in force, and reads limited to a session's scope.
 *
 * <p>Begin with {@code DirectiveRegister}. Who may look where follows from the tree of the
 * directive in force; who may sign in, and what a command does, is decided elsewhere.
 */
@NullMarked
package exeat.desk.register;

import org.jspecify.annotations.NullMarked;
