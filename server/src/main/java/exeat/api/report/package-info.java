/**
 * Reports, issues and alarms over the JSON interface: what any level asks of those below it, and
 * what rises to it.
 *
 * <p>Read {@code ReportsApi} first. Figures come from the office with small cells suppressed;
 * nothing is counted here.
 */
@NullMarked
package exeat.api.report;

import org.jspecify.annotations.NullMarked;
