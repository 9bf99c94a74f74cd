/**
 * The public log in the database: its leaves, hashed as RFC 9162 says, the sequencer that places
 * and signs them, and the checkpoint kept outside.
 *
 * <p>Begin with {@code Sequencer}. It works beside the commands and never asks for an id greater
 * than the last.
 */
@NullMarked
package exeat.store.ledger;

import org.jspecify.annotations.NullMarked;
