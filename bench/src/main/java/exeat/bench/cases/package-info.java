/**
 * Whole cases under load: seven acknowledged commands each, through Exeat, through process engines,
 * and through a bare loop that writes the rows that Exeat writes.
 *
 * <p>All of them work on one PostgreSQL of the bench's own, with {@code fsync} and {@code
 * synchronous_commit} on; what each has finished is counted in its tables before its time counts.
 */
@NullMarked
package exeat.bench.cases;

import org.jspecify.annotations.NullMarked;
