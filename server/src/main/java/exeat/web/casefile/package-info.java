/**
 * The pages of a case for officers, and every action on it, each as a form on its own page.
 *
 * <p>Read {@code CasePages} first, then {@code CaseActionKind}, the closed set of all actions, and
 * {@code ActionForms}, which the pages of {@code track} use too. The pages offer likely actions,
 * but only the desk decides what is allowed.
 */
@NullMarked
package exeat.web.casefile;

import org.jspecify.annotations.NullMarked;
