/**
 * All versions of the directives, when each is in force, and reads limited to a session's scope.
 *
 * <p>Begin with {@code DirectiveRegister}. Nothing here decides who may sign in or what a command
 * does. The tree of the directive in force determines who may look where.
 */
@NullMarked
package exeat.desk.register;

import org.jspecify.annotations.NullMarked;
