/**
 * Whole cases under load: seven acknowledged commands each, through Exeat, through process engines,
 * and through a bare loop that writes the same rows as Exeat.
 *
 * <p>All use one PostgreSQL, started by the bench, with {@code fsync} and {@code
 * synchronous_commit} on; a contestant's time counts only after its finished cases were counted in
 * its tables.
 *
 * <p>Also what a server does with floods of applications and sign-ins, and what its pages cost.
 */
@NullMarked
package exeat.bench.cases;

import org.jspecify.annotations.NullMarked;
