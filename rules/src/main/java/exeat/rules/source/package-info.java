/**
 * Reads source files that strangers wrote: text, YAML and XML, strictly and within bounds.
 *
 * <p>Every node knows its line, so that what is wrong can be named by file, line and field. Nothing
 * outside the bytes that were handed in is ever opened.
 */
@NullMarked
package exeat.rules.source;

import org.jspecify.annotations.NullMarked;
