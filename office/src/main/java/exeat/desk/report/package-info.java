/**
 * What goes upward: the situation in figures, reports that were sent, issues with a paragraph,
 * alarms, and what a new version would change.
 *
 * <p>Begin with {@code SituationReports}. Figures come from counters alone, and small ones never
 * leave their unit; nothing here looks into a single case without a session that may.
 */
@NullMarked
package exeat.desk.report;

import org.jspecify.annotations.NullMarked;
