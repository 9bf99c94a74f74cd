/**
 * What a signer of somebody else's log must remember and refuse: a witness, which cosigns
 * checkpoints of any log, and a signer, which holds the key of one.
 *
 * <p>Both sign a head only if a proof shows that it begins with the head that they signed last, and
 * remember it before they answer, as C2SP's tlog-witness asks. Nothing here has a clock, a file or
 * a network: where heads are kept is passed in.
 */
@NullMarked
package exeat.ledger.witness;

import org.jspecify.annotations.NullMarked;
