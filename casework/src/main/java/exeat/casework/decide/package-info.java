/**
 * The facts of a traveller, what they may be asked, the finding under a version of the directive,
 * and which changes of the office's units can be ({@code UnitRules}); all of this only reads.
 *
 * <p>Read {@code CaseFacts} first: facts from the application itself, overridden by what was
 * declared, answered and corrected. It makes no events and knows no rules about the course of a
 * case.
 */
@NullMarked
package exeat.casework.decide;

import org.jspecify.annotations.NullMarked;
