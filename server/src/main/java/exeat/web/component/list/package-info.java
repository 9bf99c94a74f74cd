/**
 * The components that show many things: tables, rows, tasks, what happened, and the ways through a
 * long list.
 *
 * <p>Read {@code DataTable} and {@code SummaryList} first. They know nothing of what is listed. The
 * HTML follows the GOV.UK Design System (MIT licence).
 */
@NullMarked
package exeat.web.component.list;

import org.jspecify.annotations.NullMarked;
