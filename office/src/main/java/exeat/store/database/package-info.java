/**
 * PostgreSQL, embedded or outside: started, supervised, migrated, with a pool of connections for
 * each role.
 *
 * <p>Begin with {@code Database}. Nothing here knows a table but those of migrations and roles;
 * nothing holds a transaction longer than one call.
 */
@NullMarked
package exeat.store.database;

import org.jspecify.annotations.NullMarked;
