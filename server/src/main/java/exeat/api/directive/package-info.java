/**
 * Directives in the JSON API: the register, proofs, putting one in force, handing it down, and
 * deciding facts.
 *
 * <p>Read {@code DirectivesApi} first. {@code FactsBody} and {@code FindingBody} are the words in
 * which all other resources write facts and findings; nothing here knows an application.
 */
@NullMarked
package exeat.api.directive;

import org.jspecify.annotations.NullMarked;
