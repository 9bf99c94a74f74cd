/**
 * The command line: a plain main that starts fast, and the commands that need an office.
 *
 * <p>Read {@code Main}, which lists every command; answers go to standard output, everything else
 * to standard error, and the exit status is 0 for done, 1 for a negative answer, 2 for misuse or a
 * fault, and of {@code prove} 3 for proved on conditions. What a command asks an office for lies in
 * {@code exeat.tool.office} alone and is loaded when the command runs, so that all others start
 * without a database on the class path.
 */
@NullMarked
package exeat.tool;

import org.jspecify.annotations.NullMarked;
