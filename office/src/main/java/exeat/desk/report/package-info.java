/**
 * The situation report, reports sent, issues about a paragraph, alarms, and the impact of a new
 * version.
 *
 * <p>Begin with {@code SituationReports}. Figures come from counters alone, and small ones never
 * leave their unit; nothing here looks into a single case without a session that may.
 */
@NullMarked
package exeat.desk.report;

import org.jspecify.annotations.NullMarked;
