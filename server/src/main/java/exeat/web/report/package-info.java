/**
 * Pages for supervision: the situation report, reports that units send upward, alarms and the
 * register of issues.
 *
 * <p>Read {@code ReportPages} first. Figures come from the office with small cells suppressed;
 * nothing is counted here.
 */
@NullMarked
package exeat.web.report;

import org.jspecify.annotations.NullMarked;
