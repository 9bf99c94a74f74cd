/**
 * The command line: decide, report, directive. A plain main that starts fast; what needs the
 * casework opens an {@code Office}, what does not never touches it, so that it runs without a
 * database on its class path.
 *
 * <p>Answers go to standard output, everything else to standard error, and the exit status is 0 for
 * done, 1 for a negative answer, 2 for misuse or a fault.
 */
@NullMarked
package exeat.tool;

import org.jspecify.annotations.NullMarked;
