/**
 * The functions that FEEL comes with, by family.
 *
 * <p>After DMN 1.5, 10.3.4. A function answers null for arguments that are not its own, as the
 * standard has it; where the standard is silent about arguments of the right kind, it refuses.
 */
@NullMarked
package exeat.rules.feel.functions;

import org.jspecify.annotations.NullMarked;
