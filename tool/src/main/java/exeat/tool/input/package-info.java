/**
 * Reads lines of facts for commands, as CSV (RFC 4180) or JSON lines, one at a time.
 *
 * <p>Each line gives facts or an error, so one bad line stops nothing; memory does not grow with
 * the input. It knows a vocabulary, and no directive.
 */
@NullMarked
package exeat.tool.input;

import org.jspecify.annotations.NullMarked;
