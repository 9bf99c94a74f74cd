/**
 * Telling people, where they asked for it, that there is something to read (decision 214).
 *
 * <p>Begin with {@code Notices}; what is news to whom says {@code exeat.casework.notice.News}. A
 * message is sent at least once, says nothing else, and is never service of a decision.
 */
@NullMarked
package exeat.desk.notice;

import org.jspecify.annotations.NullMarked;
