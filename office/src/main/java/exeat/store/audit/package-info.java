/**
 * Reads every row for the integrity audit, on the database owner's connection.
 *
 * <p>Begin with {@code AuditStore}. It only reads, and shares no query with the rooms that write.
 */
@NullMarked
package exeat.store.audit;

import org.jspecify.annotations.NullMarked;
