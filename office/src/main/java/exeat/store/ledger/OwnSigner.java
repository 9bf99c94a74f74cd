package exeat.store.ledger;

import exeat.ledger.Checkpoint;
import exeat.ledger.MerkleProofs;
import exeat.ledger.NoteSigner;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;

/** Signs with the key in the data folder. */
final class OwnSigner implements LogSigner {

    private final NoteSigner signer;

    OwnSigner(Keys keys) {
        signer = LedgerKey.of(keys);
    }

    @Override
    public String verifierKey() {
        return signer.verifierKey();
    }

    @Override
    public String sign(Checkpoint head, MerkleProofs proofs) {
        return signer.sign(head.text());
    }

    @Override
    public Holder holder() {
        return Holder.OFFICE;
    }
}
