/**
 * Pages for auditing: cases with replacement names, random samples, second decisions, and the
 * public log for everyone.
 *
 * <p>Read {@code AuditPages} first. Nothing here changes a case. The log's files are named as in
 * C2SP's tlog-tiles.
 */
@NullMarked
package exeat.web.audit;

import org.jspecify.annotations.NullMarked;
