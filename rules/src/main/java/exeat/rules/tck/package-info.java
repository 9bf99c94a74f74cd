/**
 * Runs the public technology compatibility kit of DMN: its folders, test files and comparisons.
 *
 * <p>After the kit's own schema, testCases.xsd of 2016-07-19. Numbers are compared as its runners
 * do, to the eighth decimal place; everything else exactly.
 */
@NullMarked
package exeat.rules.tck;

import org.jspecify.annotations.NullMarked;
