/**
 * The components for lists: tables, rows, tasks, timelines, and links through a long list.
 *
 * <p>Read {@code DataTable} and {@code SummaryList} first. They know nothing about the content. The
 * HTML follows the GOV.UK Design System (MIT licence).
 */
@NullMarked
package exeat.web.component.list;

import org.jspecify.annotations.NullMarked;
