/**
 * Reads untrusted source files (text, YAML and XML) strictly and within limits, and lists their
 * errors.
 *
 * <p>Every node knows its line, so that {@link exeat.rules.source.ProblemCollector}, {@link
 * exeat.rules.source.PackProblems} and {@link exeat.rules.source.PackException} name file, line and
 * field. Nothing outside the bytes that were handed in is ever opened, and nothing here knows what
 * the files mean.
 */
@NullMarked
package exeat.rules.source;

import org.jspecify.annotations.NullMarked;
