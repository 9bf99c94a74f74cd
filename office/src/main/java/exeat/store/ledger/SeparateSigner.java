package exeat.store.ledger;

import exeat.ledger.Checkpoint;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.ledger.witness.HeadAnswer;
import exeat.ledger.witness.HeadRequest;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Has the log's heads signed by a process under another user, which holds the key and refuses what
 * does not begin with everything that it signed before. Used by the sequencer's thread alone, but
 * for {@link #holder}.
 */
final class SeparateSigner implements LogSigner {

    /** A head that was signed and never published is learned of once; then the proof fits. */
    private static final int TRIES = 3;

    private final SignerSocket socket;
    private final Path path;
    private final String verifier;
    private final VerifierKey key;

    /** The size of the head that was signed last, as far as is known here. */
    private long last;

    /**
     * Signs through the socket at this path.
     *
     * @throws OfficeException {@link Code#KEYS} if nobody answers there, and the published key is
     *     not known yet
     */
    SeparateSigner(Path path, Keys keys) {
        this.path = path;
        socket = new SignerSocket(path);
        verifier = verifier(keys);
        key =
                VerifierKey.parse(verifier)
                        .orElseThrow(() ->
                                new OfficeException(
                                        Code.KEYS,
                                        "the public key of the signer at "
                                                + path
                                                + " cannot be read"));
    }

    private String verifier(Keys keys) {
        var known = keys.read(LedgerKey.VERIFIER);
        if (!known.isEmpty()) {
            return known;
        }
        try {
            return LedgerKey.held(keys, socket.ask(SignerSocket.KEY).text().strip());
        } catch (IOException away) {
            throw new OfficeException(
                    Code.KEYS,
                    "the signer of the log does not answer at "
                            + path
                            + ", and its public key is not known yet. Start it (./exeat signer)",
                    away);
        }
    }

    @Override
    public String verifierKey() {
        return verifier;
    }

    @Override
    public String sign(Checkpoint head, MerkleProofs proofs) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var proof =
                    last == 0 || last == head.size() ? List.<Hash>of() : proofs.consistency(last);
            var answer = ask(HeadRequest.of(last, proof, head.text()));
            switch (answer.kind()) {
                case SIGNED -> {
                    check(head, answer.body());
                    last = head.size();
                    return answer.body();
                }
                case CONFLICT -> last = other(answer, head.size());
                case UNPROVED -> throw changed();
                case MALFORMED, UNSIGNED, UNKNOWN ->
                        throw new IllegalStateException(
                                "the signer refuses: " + answer.body().strip());
            }
        }
        throw new IllegalStateException("the signer is also signing for another process");
    }

    private HeadAnswer ask(HeadRequest request) {
        try {
            return HeadAnswer.parse(socket.ask(request.text()).text())
                    .orElseThrow(
                            () -> new IllegalStateException("the signer's answer cannot be read"));
        } catch (IOException away) {
            throw new IllegalStateException("the signer at " + path + " does not answer", away);
        }
    }

    /** The size that the signer knows, from which to prove. */
    private long other(HeadAnswer conflict, long size) {
        long known = conflict.known().orElse(last);
        if (known > size) {
            throw new Sequencer.Refused(
                    "the signer has signed %d entries, but the database has %d: %s"
                            .formatted(
                                    known,
                                    size,
                                    "the database was set back to an earlier state, so nothing"
                                            + " more is signed"));
        }
        if (known == last) {
            throw changed();
        }
        return known;
    }

    private static Sequencer.Refused changed() {
        return new Sequencer.Refused(
                "the signer has signed other entries than the database has: history has been"
                        + " changed");
    }

    private void check(Checkpoint head, String note) {
        try {
            var signed = TreeHead.of(note, key);
            if (!note.startsWith(head.text() + "\n") || signed.size() != head.size()) {
                throw new IllegalStateException("the signer signed another checkpoint");
            }
        } catch (TreeHead.Unproven unproven) {
            throw new IllegalStateException(
                    "what the signer signed " + unproven.getMessage(), unproven);
        }
    }

    @Override
    public Holder holder() {
        try {
            var answered = socket.ask(SignerSocket.KEY);
            if (!answered.text().strip().equals(verifier)) {
                return Holder.NO_ANSWER;
            }
            return answered.user().equals(System.getProperty("user.name", ""))
                    ? Holder.SAME_USER
                    : Holder.ANOTHER_USER;
        } catch (IOException away) {
            return Holder.NO_ANSWER;
        }
    }
}
