/**
 * Directives in the JSON API: the register, proofs, putting one in force, handing it down, and
 * deciding facts.
 *
 * <p>Read {@code DirectivesApi} first. All other resources write facts and findings as {@code
 * FactsBody} and {@code FindingBody}; nothing here knows about applications.
 */
@NullMarked
package exeat.api.directive;

import org.jspecify.annotations.NullMarked;
