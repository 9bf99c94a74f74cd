/**
 * FEEL's built-in functions, by family.
 *
 * <p>After DMN 1.5, 10.3.4. A function returns null for unsuitable arguments, as the standard says;
 * where the standard does not define a result for suitable arguments, the function refuses.
 */
@NullMarked
package exeat.rules.feel.functions;

import org.jspecify.annotations.NullMarked;
