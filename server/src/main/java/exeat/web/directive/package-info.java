/**
 * The pages of a directive: its text beside its rules, its proofs, putting it in force, the impact
 * of a new version, and the briefing.
 *
 * <p>Read {@code DirectivePages} first, which are public, then {@code EnactingPages} and {@code
 * BriefingPages}. The people in a proof are made up; nothing here acts on a case.
 */
@NullMarked
package exeat.web.directive;

import org.jspecify.annotations.NullMarked;
