/**
 * A case as an officer's mandate shows it, and every action on it, each a form on a page of its
 * own.
 *
 * <p>Read {@code CasePages} first, then {@code CaseActionKind}, the closed set of all actions, and
 * {@code ActionForms}, which the pages of {@code track} use too. What is offered here is a help to
 * the eye: the desk has the last word.
 */
@NullMarked
package exeat.web.casefile;

import org.jspecify.annotations.NullMarked;
