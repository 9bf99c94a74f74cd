/**
 * Tests of claims to protection: what comes of them, and that nobody sees them who may not know.
 *
 * <p>Two applications alike, one with a claim and one without, are compared in everything that a
 * reader is given. They use the town that other tests use.
 */
@org.jspecify.annotations.NullMarked
package exeat.desk.protection;
