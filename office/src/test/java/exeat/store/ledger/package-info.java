/** Tests of the sequencer that need to look inside, step by step. */
@NullMarked
package exeat.store.ledger;

import org.jspecify.annotations.NullMarked;
