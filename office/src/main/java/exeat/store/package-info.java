/**
 * The office's database: migrations, roles, the SQL and its row mappers, keys and sealing.
 *
 * <p>Only what {@code exeat.desk} needs is public; nothing here knows a page or a command's
 * meaning. Leaves are hashed as RFC 9162 does.
 */
@NullMarked
package exeat.store;

import org.jspecify.annotations.NullMarked;
