/**
 * How others check: auditors who read cases under another name, samples that nobody can steer,
 * cases decided again by a second officer, and the public log for everybody.
 *
 * <p>Read {@code AuditPages} first. Nothing here changes a case. The log's files are named as
 * C2SP's tlog-tiles has them.
 */
@NullMarked
package exeat.web.audit;

import org.jspecify.annotations.NullMarked;
