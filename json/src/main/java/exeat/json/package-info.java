/**
 * Facts, findings and proofs as JSON: one piece of code for the command line and for the interface,
 * so that a new field appears in both or in neither.
 *
 * <p>Start with {@code FindingJson}. It knows rules and a writer of JSON, nothing else, so that the
 * commands over packs run without an office.
 */
@NullMarked
package exeat.json;

import org.jspecify.annotations.NullMarked;
