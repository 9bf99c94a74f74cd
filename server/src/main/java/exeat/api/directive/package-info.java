/**
 * Directives over the JSON interface: the register, what is proved, how one is put in force and
 * comes down the tree, and what it says of facts.
 *
 * <p>Read {@code DirectivesApi} first. {@code FactsBody} and {@code FindingBody} are the words in
 * which all other resources write facts and findings; nothing here knows an application.
 */
@NullMarked
package exeat.api.directive;

import org.jspecify.annotations.NullMarked;
