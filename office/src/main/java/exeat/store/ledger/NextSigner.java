package exeat.store.ledger;

import exeat.ledger.Checkpoint;
import exeat.ledger.MerkleProofs;

/** Signs a log that others signed before. */
record NextSigner(LogSigner signer, LogKeys keys) implements LogSigner {

    @Override
    public String verifierKey() {
        return signer.verifierKey();
    }

    @Override
    public String sign(Checkpoint head, MerkleProofs proofs) {
        return signer.sign(head, proofs);
    }

    @Override
    public Holder holder() {
        return signer.holder();
    }
}
