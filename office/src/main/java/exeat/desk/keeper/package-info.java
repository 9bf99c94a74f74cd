/**
 * Processes that an office does not run itself, because their worth is that another user, host or
 * organisation runs them: a witness of logs, and a signer that holds the key of one log.
 *
 * <p>What they refuse is decided in {@code exeat.ledger.witness}; here are their sockets and
 * folders. Neither opens an office or a database.
 */
@NullMarked
package exeat.desk.keeper;

import org.jspecify.annotations.NullMarked;
