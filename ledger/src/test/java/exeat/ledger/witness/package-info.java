/** Tests of what a witness and a signer refuse. */
@NullMarked
package exeat.ledger.witness;

import org.jspecify.annotations.NullMarked;
