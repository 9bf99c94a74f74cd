/**
 * The public technology compatibility kit of DMN: its folders, its test files, its comparison.
 *
 * <p>After the kit's own schema, testCases.xsd of 2016-07-19. Numbers are compared as its runners
 * do, to the eighth decimal place; everything else exactly.
 */
@NullMarked
package exeat.rules.tck;

import org.jspecify.annotations.NullMarked;
