/**
 * The main road under load: a whole case, seven acknowledged commands, through Exeat, through
 * engines that run it as a process, and by a bare loop that writes what Exeat writes.
 *
 * <p>All of them work on one PostgreSQL of the bench's own, with {@code fsync} and {@code
 * synchronous_commit} on; what each has finished is counted in its tables before its time counts.
 */
@NullMarked
package exeat.bench.cases;

import org.jspecify.annotations.NullMarked;
