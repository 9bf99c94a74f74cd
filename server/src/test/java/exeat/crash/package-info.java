/**
 * Kills the server and its database under load, and looks at what is left. The clients here keep
 * their own record of every answer they got; the checker compares it with the database afterwards.
 * What is acknowledged must be there once, and what is not, once or not at all.
 */
@NullMarked
package exeat.crash;

import org.jspecify.annotations.NullMarked;
