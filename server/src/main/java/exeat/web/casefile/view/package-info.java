/**
 * What a case's page shows of a traveller besides the actions: their history, their time, the
 * finding with its rules, a child's safeguards, what was erased.
 *
 * <p>Nothing here knows of actions, so that the pages of {@code track} use the same. A new part of
 * the page that only shows belongs here; one that offers something to do belongs in {@code
 * casefile}.
 */
@NullMarked
package exeat.web.casefile.view;

import org.jspecify.annotations.NullMarked;
