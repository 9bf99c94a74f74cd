/**
 * The integrity audit: checks every row against its events, and the events against the signed log.
 *
 * <p>Begin with {@code IntegrityAudit}. It reads all rows as the owner of the database, recomputes
 * everything, and writes nothing.
 */
@NullMarked
package exeat.desk.audit;

import org.jspecify.annotations.NullMarked;
