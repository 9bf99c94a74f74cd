/**
 * Inputs that nobody writes, for everything that parses: a target takes any bytes, and may refuse
 * them in the ways that its parser declares. Inputs that once found a fault are in {@code
 * src/test/resources/fuzz} and are tried in each run, with a few that a seeded mutator makes of
 * good ones. {@code ./exeat fuzz} lets Jazzer search for hours.
 */
@org.jspecify.annotations.NullMarked
package exeat.fuzz;
