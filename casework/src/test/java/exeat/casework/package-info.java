/**
 * The life, tested: each promise by name.
 *
 * <p>Every test runs on the real pack of 1963. {@link exeat.casework.World} is a desk in memory: it
 * keeps events, folds them, and hands down the directive.
 */
@NullMarked
package exeat.casework;

import org.jspecify.annotations.NullMarked;
