/**
 * The integrity audit: every row held to its events, and the events to the signed log.
 *
 * <p>Begin with {@code IntegrityAudit}. It reads all rows as the owner of the database, works
 * everything out anew, and writes nothing.
 */
@NullMarked
package exeat.desk.audit;

import org.jspecify.annotations.NullMarked;
