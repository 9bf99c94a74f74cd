package exeat.desk.witness;

import exeat.config.LedgerSettings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.witness.LogStanding.Trouble;
import exeat.desk.witness.LogStanding.WitnessStanding;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.ledger.witness.HeadRequest;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LedgerReadStore.Published;
import exeat.store.ledger.Sequencer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the witnesses to cosign the log, keeps what they sign, and says how the log stands.
 *
 * <p>Nothing waits for a witness: people are served whatever a witness does. What a witness says of
 * another history is not only shown but stays in its own memory, which nobody here can change.
 */
public final class LogWitnesses implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LogWitnesses.class.getName());
    private static final Duration TURN = Duration.ofMinutes(1);

    /** A log that does not grow is signed again so often, so that it is known to be looked at. */
    private static final int TIMES_WITHIN = 4;

    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    private final Infrastructure in;
    private final LedgerReadStore reads;
    private final Sequencer sequencer;
    private final Predicate<String> isOwnUser;
    private final WitnessClient client = new WitnessClient();

    /** By the witness's name. Written by the thread that asks, one at a time. */
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    private volatile @Nullable Thread thread;

    /**
     * What a witness answered last.
     *
     * @param size of the head that it signed last, as far as is known here
     */
    private record Told(long size, Instant at, Trouble trouble) {}

    public static LogWitnesses of(Infrastructure in, LedgerReadStore reads, Sequencer sequencer) {
        return new LogWitnesses(in, reads, sequencer, ListeningUser::isOwn);
    }

    /** The last: whether what listens at an address runs under the office's own user. */
    LogWitnesses(
            Infrastructure in,
            LedgerReadStore reads,
            Sequencer sequencer,
            Predicate<String> isOwnUser) {
        this.in = in;
        this.reads = reads;
        this.sequencer = sequencer;
        this.isOwnUser = isOwnUser;
    }

    /** Begins to ask once a minute, in a thread of its own. */
    public synchronized void start() {
        thread = Thread.ofVirtual().name("witnesses").start(this::work);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                ask();
            } catch (RuntimeException failed) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "witnesses cannot be asked: " + failed.getMessage());
            }
            try {
                Thread.sleep(TURN);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Asks everyone who has an address for a signature on the newest checkpoint, if it is time. */
    public synchronized void ask() {
        var newest = StoreCalls.get(reads::newest);
        if (newest.isEmpty()) {
            return;
        }
        for (var witness : KnownWitness.in(in.data())) {
            if (witness.address().isPresent() && isTime(witness, newest.get().size())) {
                var before = Optional.ofNullable(told.get(witness.name()));
                var now = asked(witness, witness.address().get(), newest.get());
                told.put(witness.name(), now);
                if (before.map(Told::trouble).orElse(Trouble.NONE) != now.trouble()) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "witness " + witness.name() + ": " + now.trouble());
                }
            }
        }
    }

    private boolean isTime(KnownWitness witness, long size) {
        var last = told.get(witness.name());
        return last == null
                || last.trouble() != Trouble.NONE
                || last.size() != size
                || !last.at()
                        .plus(in.config().time(LedgerSettings.WITHIN).dividedBy(TIMES_WITHIN))
                        .isAfter(in.clock().instant());
    }

    private Told asked(KnownWitness witness, String address, Published newest) {
        long known = Optional.ofNullable(told.get(witness.name())).map(Told::size).orElse(0L);
        var now = in.clock().instant();
        if (isOwnUser.test(address)) {
            return new Told(known, now, Trouble.OWN_USER);
        }
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                var answer = client.add(address, request(known, newest));
                switch (answer.kind()) {
                    case SIGNED -> {
                        cosign(newest.note() + answer.body());
                        return new Told(newest.size(), now, Trouble.NONE);
                    }
                    case CONFLICT -> {
                        long other = answer.known().orElse(known);
                        if (other > newest.size() || other == known) {
                            return new Told(known, now, objection(other, newest.size()));
                        }
                        known = other;
                    }
                    case UNPROVED -> {
                        return new Told(known, now, Trouble.OTHER_HISTORY);
                    }
                    case MALFORMED, UNSIGNED, UNKNOWN -> {
                        return new Told(known, now, Trouble.REFUSES);
                    }
                }
            }
            return new Told(known, now, Trouble.REFUSES);
        } catch (OfficeException forged) {
            return new Told(known, now, Trouble.REFUSES);
        } catch (IOException away) {
            return new Told(known, now, Trouble.NO_ANSWER);
        }
    }

    private static Trouble objection(long seen, long size) {
        return seen > size ? Trouble.SET_BACK : Trouble.OTHER_HISTORY;
    }

    private HeadRequest request(long known, Published newest) {
        var proof =
                known == 0 || known >= newest.size()
                        ? List.<Hash>of()
                        : new MerkleProofs(newest.size(), reads.source()).consistency(known);
        return HeadRequest.of(Math.min(known, newest.size()), proof, newest.note());
    }

    /**
     * Keeps what witnesses have signed under a checkpoint of this log.
     *
     * @param text a checkpoint with their signatures
     * @return the names of the witnesses whose signatures are kept now and were not before
     * @throws OfficeException {@link Code#BAD_INPUT} when the note is not one of this log's, or a
     *     line says that it is a known witness's and is not
     */
    public List<String> cosign(String text) {
        var note = SignedNote.parse(text).orElseThrow(() -> bad("it is not a signed checkpoint"));
        var head =
                TreeHead.of(note)
                        .orElseThrow(() -> bad("it does not state the size and root of a log"));
        var ours =
                StoreCalls.get(() -> reads.over(head.size()))
                        .filter(published -> published.note().startsWith(note.text() + "\n"))
                        .orElseThrow(() -> bad("it is not a checkpoint of this log"));
        var kept = new ArrayList<String>();
        for (var witness : KnownWitness.in(in.data())) {
            var line = line(witness.key(), note);
            if (line.isPresent()
                    && StoreCalls.get(() -> sequencer.cosign(ours.size(), List.of(line.get())))
                            > 0) {
                kept.add(witness.name());
            }
        }
        return kept;
    }

    private static Optional<String> line(VerifierKey witness, SignedNote note) {
        try {
            return witness.signatureOn(note).map(SignedNote.Signature::line);
        } catch (VerifierKey.WrongSignature forged) {
            throw bad(String.valueOf(forged.getMessage()));
        }
    }

    /** How the log stands with its witnesses now. */
    public LogStanding standing() {
        var now = in.clock().instant();
        var known = KnownWitness.in(in.data());
        var signed = signed(known, now.plus(AHEAD));
        var standings = new ArrayList<WitnessStanding>();
        for (var witness : known) {
            var last = Optional.ofNullable(told.get(witness.name()));
            boolean own = witness.address().filter(isOwnUser).isPresent();
            standings.add(
                    new WitnessStanding(
                            witness.name(),
                            Optional.ofNullable(signed.get(witness.name())),
                            own ? Trouble.OWN_USER : last.map(Told::trouble).orElse(Trouble.NONE)));
        }
        return new LogStanding(
                in.config().count(LedgerSettings.WITNESSES),
                in.config().time(LedgerSettings.WITHIN),
                now,
                standings);
    }

    /**
     * When each last signed; only signatures that hold count, and none from the future. The newest
     * come first, so that of each witness one is checked, and not all on every page.
     */
    private Map<String, Instant> signed(List<KnownWitness> known, Instant until) {
        var signed = new HashMap<String, Instant>();
        for (var published : StoreCalls.get(reads::lately)) {
            var note = SignedNote.parse(published.text());
            for (var witness : known) {
                if (!signed.containsKey(witness.name())) {
                    note.flatMap(text -> time(witness.key(), text))
                            .filter(at -> !at.isAfter(until))
                            .ifPresent(at -> signed.put(witness.name(), at));
                }
            }
        }
        return signed;
    }

    private static Optional<Instant> time(VerifierKey witness, SignedNote note) {
        try {
            return witness.signatureOn(note).flatMap(SignedNote.Signature::time);
        } catch (VerifierKey.WrongSignature forged) {
            return Optional.empty();
        }
    }

    /**
     * What witnesses remember that this log contradicts, a sentence each: they are asked for the
     * checkpoint that they signed last, and the log must begin with it. One that does not answer is
     * a sentence too.
     *
     * @param also witnesses whom the office's own file need not name
     */
    public List<String> objections(List<KnownWitness> also) {
        var all = new HashMap<String, KnownWitness>();
        KnownWitness.in(in.data()).forEach(one -> all.put(one.name(), one));
        also.forEach(one -> all.put(one.name(), one));
        var found = new ArrayList<String>();
        for (var witness : all.values()) {
            witness.address()
                    .flatMap(address -> objection(witness, address))
                    .ifPresent(why -> found.add("witness, " + witness.name() + ": " + why));
        }
        return found.stream().sorted().toList();
    }

    private Optional<String> objection(KnownWitness witness, String address) {
        var log = sequencer.keys().verifier();
        try {
            var note = client.newest(address, log.name());
            if (note.isEmpty()) {
                return Optional.of("it has signed no checkpoint of this log");
            }
            var head = TreeHead.of(note.get(), log);
            var text = SignedNote.parse(note.get()).orElseThrow();
            if (witness.key().signatureOn(text).isEmpty()) {
                return Optional.of("it does not sign what it answers");
            }
            var newest = StoreCalls.get(reads::newest).map(Published::size).orElse(0L);
            if (head.size() > newest) {
                return Optional.of(
                        "it has seen %d entries, but the log has only %d: it was set back"
                                .formatted(head.size(), newest));
            }
            var root = new MerkleProofs(newest, reads.source()).root(head.size());
            return root.toString().equals(head.root())
                    ? Optional.empty()
                    : Optional.of(
                            "the first %d entries differ from those that it has seen: history was"
                                            .formatted(head.size())
                                    + " rewritten");
        } catch (IOException away) {
            return Optional.of("it does not answer, so what it has seen is not compared");
        } catch (TreeHead.Unproven | VerifierKey.WrongSignature forged) {
            return Optional.of("what it answers is not signed: " + forged.getMessage());
        }
    }

    private static OfficeException bad(String why) {
        return new OfficeException(Code.BAD_INPUT, "nothing was stored: " + why);
    }

    /** Does not wait for a witness that is being asked: it is no longer listened to. */
    @Override
    public void close() {
        var working = thread;
        if (working != null) {
            working.interrupt();
        }
        client.close();
    }
}
