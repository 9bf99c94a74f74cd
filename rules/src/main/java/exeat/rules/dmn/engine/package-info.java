/**
 * Whole DMN files: their graph of decisions, and the evaluation of each, after DMN 1.5
 * (formal/24-01-01), 6, 7, 8 and 10.4, and the namespaces of 1.1 to 1.4.
 *
 * <p>A decision that needs an unsupported element is refused before it is evaluated, and the
 * element is named. The rest answers as the standard says, within limits on steps and depth.
 */
@NullMarked
package exeat.rules.dmn.engine;

import org.jspecify.annotations.NullMarked;
