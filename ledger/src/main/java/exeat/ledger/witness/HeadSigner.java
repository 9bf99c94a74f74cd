package exeat.ledger.witness;

import exeat.ledger.NoteSigner;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.witness.HeadAnswer.Kind;
import java.util.List;

/**
 * Holds the key of one log and signs its heads for the log's writer: only a head that begins with
 * everything signed before. So who has the log's database and folders, but not this key and memory,
 * cannot rewrite the log and sign it anew.
 *
 * <p>What a crash means: a head is remembered before its signature is given away, so a client that
 * got no answer asks again and gets the same signature.
 */
public final class HeadSigner {

    private final NoteSigner key;
    private final HeadStore store;

    /** Signs with this key what follows on what is remembered here. */
    public HeadSigner(NoteSigner key, HeadStore store) {
        this.key = key;
        this.store = store;
    }

    /** The log's published key, in one line. */
    public String verifierKey() {
        return key.verifierKey();
    }

    /**
     * Signs, or says why not; one request at a time.
     *
     * @param body a {@link HeadRequest} whose note is a checkpoint's text without a signature
     * @return the signed checkpoint in {@link HeadAnswer#body}, if it is signed
     */
    public synchronized HeadAnswer sign(String body) {
        var request = HeadRequest.parse(body);
        var head = request.flatMap(asked -> TreeHead.of(new SignedNote(asked.note(), List.of())));
        if (request.isEmpty() || head.isEmpty()) {
            return HeadAnswer.of(Kind.MALFORMED, "this is not a request for a signature");
        }
        var text = request.get().note();
        if (!head.get().origin().equals(key.name()) || text.lines().count() != 3) {
            return HeadAnswer.of(Kind.UNKNOWN, "this key signs checkpoints of " + key.name());
        }
        var refusal = HeadGuard.refusal(HeadGuard.last(store), request.get(), head.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var note = key.sign(text);
        store.keep(note);
        return new HeadAnswer(Kind.SIGNED, note);
    }
}
