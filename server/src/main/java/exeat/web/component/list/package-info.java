/**
 * The components for lists: tables, rows, tasks, timelines, and links through a long list, after
 * the GOV.UK Design System (MIT licence).
 *
 * <p>Read {@code DataTable} and {@code SummaryList} first. They know nothing about the content.
 */
@NullMarked
package exeat.web.component.list;

import org.jspecify.annotations.NullMarked;
