/**
 * Whole DMN files: their graph of decisions, and what each decides.
 *
 * <p>After DMN 1.5 (formal/24-01-01), 6, 7, 8 and 10.4, and the namespaces of 1.1 to 1.4. A
 * decision that needs anything unsupported is refused by the name of that element before it is
 * evaluated; within bounds of steps and depth, the rest answers as the standard says.
 */
@NullMarked
package exeat.rules.dmn.engine;

import org.jspecify.annotations.NullMarked;
