package exeat.ledger.witness;

import exeat.ledger.Cosigner;
import exeat.ledger.KeyName;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.ledger.witness.HeadAnswer.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A witness of others' logs: it cosigns a checkpoint only if the log's own key signed it and it
 * begins with everything that the witness saw before. So a log that was rolled back, forked or
 * signed with another key gets no cosignature, no matter who holds the log's key.
 *
 * <p>What a crash means: a checkpoint is remembered before it is signed, so a client that got no
 * answer asks again and gets one.
 */
public final class Witness {

    private final Cosigner key;
    private final Map<String, Watched> logs = new TreeMap<>();

    private record Watched(VerifierKey key, HeadStore store) {}

    public Witness(Cosigner key) {
        this.key = key;
    }

    /** Watches one more log, whose memory this is; never that of a training installation. */
    public void watch(VerifierKey log, HeadStore store) {
        if (log.isWitness() || log.isTraining()) {
            throw new IllegalArgumentException(
                    log.name()
                            + (log.isWitness()
                                    ? " is a witness's key, not a log's"
                                    : " is the log of a training installation, which proves"
                                            + " nothing"));
        }
        logs.put(log.name(), new Watched(log, store));
    }

    /** The published key of this witness, in one line. */
    public String verifierKey() {
        return key.verifierKey();
    }

    /** Cosigns, or says why not; one request at a time. */
    public synchronized HeadAnswer add(String body, Instant now) {
        var request = HeadRequest.parse(body);
        var head = request.flatMap(asked -> SignedNote.parse(asked.note())).flatMap(TreeHead::of);
        if (request.isEmpty() || head.isEmpty()) {
            return HeadAnswer.of(Kind.MALFORMED, "this is not a request for a cosignature");
        }
        var watched = logs.get(head.get().origin());
        if (watched == null) {
            return HeadAnswer.of(
                    Kind.UNKNOWN,
                    KeyName.isTraining(head.get().origin())
                            ? "this log is from training and proves nothing: no witness signs it"
                            : "this witness does not watch this log");
        }
        try {
            TreeHead.of(request.get().note(), watched.key());
        } catch (TreeHead.Unproven unsigned) {
            return HeadAnswer.of(Kind.UNSIGNED, "the checkpoint " + unsigned.getMessage());
        }
        var refusal = HeadGuard.refusal(HeadGuard.last(watched.store()), request.get(), head.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var note = SignedNote.parse(request.get().note()).orElseThrow();
        var line = key.line(note.text(), now);
        watched.store().keep(note.text() + "\n" + own(note, watched.key()) + line);
        return new HeadAnswer(Kind.SIGNED, line);
    }

    /** The lines of the log's own key; what others signed is theirs to remember. */
    private static String own(SignedNote note, VerifierKey log) {
        return note.signatures().stream()
                .filter(signature -> signature.name().equals(log.name()))
                .map(signature -> signature.line() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * The newest checkpoint of a log that this witness has signed, with its signature: what the log
     * must begin with, whatever the log says itself. Empty for none.
     */
    public synchronized Optional<String> newest(String origin) {
        return Optional.ofNullable(logs.get(origin)).flatMap(log -> log.store().newest());
    }
}
