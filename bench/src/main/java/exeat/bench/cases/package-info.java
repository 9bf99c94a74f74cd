/**
 * A whole case from the application to the crossing, through Exeat and through others, on one
 * PostgreSQL in one run. Nobody is timed whose cases did not all cross. The bare loop ({@link
 * exeat.bench.cases.BareRoad}) writes what Exeat writes and does nothing else, which is the most
 * that one transaction a command allows.
 */
@NullMarked
package exeat.bench.cases;

import org.jspecify.annotations.NullMarked;
