/**
 * Pages for auditing: cases with replacement names, random samples, second decisions, and the
 * public log for everyone (its files are named as in C2SP's tlog-tiles).
 *
 * <p>Read {@code AuditPages} first. Nothing here changes a case.
 */
@NullMarked
package exeat.web.audit;

import org.jspecify.annotations.NullMarked;
