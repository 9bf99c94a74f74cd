package exeat.store.ledger;

import exeat.ledger.Checkpoint;
import exeat.ledger.MerkleProofs;
import java.util.List;

/** Signs the heads of the log: with a key in the data folder, or through somebody else. */
public interface LogSigner {

    /** Who holds the key. */
    enum Holder {
        /** The office, in its data folder: everybody who can read that folder can sign. */
        OFFICE,
        /** Another process, but under the user of the office: that is no other hand. */
        SAME_USER,
        /** A process under another user. */
        ANOTHER_USER,
        /** A process that does not answer. */
        NO_ANSWER
    }

    /** The published key, in one line. */
    String verifierKey();

    /** That key, and those that signed this log before it. */
    default LogKeys keys() {
        return new LogKeys(List.of(verifierKey()));
    }

    /**
     * The signed checkpoint.
     *
     * @param proofs of the tree that this is the head of
     * @throws Sequencer.Refused when nothing may be signed on this tree
     * @throws IllegalStateException when nobody signs it now
     */
    String sign(Checkpoint head, MerkleProofs proofs);

    Holder holder();
}
