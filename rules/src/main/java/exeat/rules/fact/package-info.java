/**
 * Facts about a traveller: their names, values and definitions, the vocabulary that lists them, and
 * whether a value meets a test (DMN 1.5, formal/24-01-01, 10.3.2.13).
 *
 * <p>Read {@link exeat.rules.fact.Value} and {@link exeat.rules.fact.FactDefinition} first, then
 * {@link exeat.rules.fact.ValueClasses}: decisions and proofs look at classes of values, never at
 * single ones. Nothing here knows of rules, findings or packs.
 */
@NullMarked
package exeat.rules.fact;

import org.jspecify.annotations.NullMarked;
