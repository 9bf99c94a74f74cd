/**
 * Tests of the house itself: which way its arrows point, and how long its methods are.
 *
 * <p>They read the compiled classes and the sources of every room. What they hold is written in
 * ARCHITECTURE.md and CONTRIBUTING.md.
 */
@NullMarked
package exeat.house;

import org.jspecify.annotations.NullMarked;
