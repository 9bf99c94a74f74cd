/**
 * A directive on pages: as a document beside its rules, what is proved of it, its way into force,
 * what would change under it, and how it comes down the tree.
 *
 * <p>Read {@code DirectivePages} first, which are for everybody, then {@code EnactingPages} and
 * {@code BriefingPages}. The people in a proof are made up; nothing here acts on a case.
 */
@NullMarked
package exeat.web.directive;

import org.jspecify.annotations.NullMarked;
