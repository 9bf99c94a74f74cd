/**
 * The commands that check the public log from outside: a receipt, the whole log, or a sample.
 *
 * <p>Begin with {@code VerifyCommand}. They trust the published key and nothing else, so they stand
 * on {@code exeat.ledger.verify} alone and know no office.
 */
@NullMarked
package exeat.tool.log;

import org.jspecify.annotations.NullMarked;
