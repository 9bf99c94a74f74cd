/**
 * All versions of the directives, what is in force when, and reads limited to a session's scope.
 *
 * <p>Begin with {@code DirectiveRegister}. Nothing here decides who may sign in or what a command
 * does; who may look where follows the tree of the directive that is in force.
 */
@NullMarked
package exeat.desk.register;

import org.jspecify.annotations.NullMarked;
