/**
 * Reports, issues and alarms in the JSON API.
 *
 * <p>Read {@code ReportsApi} first. Figures come from the office with small cells suppressed;
 * nothing is counted here.
 */
@NullMarked
package exeat.api.report;

import org.jspecify.annotations.NullMarked;
