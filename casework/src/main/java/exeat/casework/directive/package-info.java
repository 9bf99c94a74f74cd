/**
 * The life cycle of a directive: it is signed and put in force, handed down and acknowledged,
 * clarified, suspended and ended; and officers are away, or stand in.
 *
 * <p>Read how it comes down the tree first; the issuer's own acts are apart. It knows nothing of
 * applications.
 */
@NullMarked
package exeat.casework.directive;

import org.jspecify.annotations.NullMarked;
