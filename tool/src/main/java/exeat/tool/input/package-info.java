/**
 * Lines of facts as commands read them, CSV (RFC 4180) or JSON lines, one at a time.
 *
 * <p>A line is facts or what is wrong with it, so one bad line stops nothing; memory does not grow
 * with the input. It knows a vocabulary, and no directive.
 */
@NullMarked
package exeat.tool.input;

import org.jspecify.annotations.NullMarked;
