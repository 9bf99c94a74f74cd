package exeat.store.ledger;

import exeat.ledger.Checkpoint;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.MerkleTree;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.ledger.SequencerStore.Waiting;
import exeat.telemetry.TraceSpans;
import io.opentelemetry.api.trace.Span;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives queued entries their place in the log and signs the log's head, independently of the
 * commands. It consumes queue rows and never asks for ids greater than the last.
 *
 * <p>What a crash means: before the first commit, nothing happened and the rows still wait. After
 * it, entries and tiles are durable and no checkpoint says so: the next start signs one. After the
 * checkpoint is kept outside, and before the second commit: the next start signs the same head, or
 * one over more entries that begin with it. Two heads of one size never differ, for what was placed
 * stays, and the signature of a text is always the same.
 */
public final class Sequencer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sequencer.class.getName());
    private static final int BATCH = 8192;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration TROUBLED = Duration.ofSeconds(5);

    /** A turn of another one takes milliseconds. */
    private static final Duration TURN = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CONFLICT = "40001";

    private final SequencerStore store;
    private final LogSigner signer;
    private final VerifierKey key;
    private final CheckpointFile outside;
    private final InstantSource clock;

    /** Owned by the thread that runs rounds: the thread below, or a test in its place. */
    private @Nullable MerkleTree tree;

    private volatile long size;
    private volatile String trouble = "";
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    private final TraceSpans traces;

    Sequencer(Database database, Keys keys, Path data, InstantSource clock) {
        this(database, new OwnSigner(keys), data, clock, TraceSpans.none());
    }

    public Sequencer(
            Database database,
            LogSigner signer,
            Path data,
            InstantSource clock,
            TraceSpans traces) {
        this.traces = traces;
        store = new SequencerStore(database);
        this.signer = signer;
        key = signer.keys().verifier();
        outside = new CheckpointFile(data);
        this.clock = clock;
    }

    /**
     * The state of the log.
     *
     * @param size entries that were placed, as far as this process has seen
     * @param waiting entries that wait for their place
     * @param lag how long the first of them has waited
     * @param trouble why nothing is placed; empty when nothing is wrong
     */
    public record Status(long size, long waiting, Duration lag, String trouble) {}

    /** The database refuses, or is not the one that was signed: nothing may be signed on it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** Begins to work, in a thread of its own. */
    public synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("sequencer").start(this::work);
    }

    private void work() {
        while (closing.getCount() > 0) {
            int placed = 0;
            try {
                placed = round();
                told("");
            } catch (Refused refused) {
                told(String.valueOf(refused.getMessage()));
            } catch (SQLException failed) {
                tree = null;
                if (!CONFLICT.equals(failed.getSQLState())) {
                    told("the database refuses: " + failed.getSQLState());
                }
            } catch (RuntimeException broken) {
                tree = null;
                told("the log cannot be written: " + broken.getMessage());
            }
            if (placed < BATCH) {
                rest(trouble.isEmpty() ? IDLE : TROUBLED);
            }
        }
    }

    private void told(String now) {
        if (!now.equals(trouble) && !now.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "ledger: " + now);
        }
        trouble = now;
    }

    private void rest(Duration time) {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            closing.countDown();
        }
    }

    /** Places what waits, up to a batch, and signs; says how many entries were placed. */
    int round() throws SQLException {
        var after = traces.sinceLast();
        var span = after.isEmpty() ? Span.getInvalid() : traces.round(after);
        try {
            int placed = place();
            span.setAttribute("exeat.entries", placed);
            publish();
            return placed;
        } finally {
            span.end();
        }
    }

    /** The first step, one transaction: entries, places and tiles, all or nothing. */
    int place() throws SQLException {
        record Placed(MerkleTree tree, int count) {}
        var placed =
                store.turn(connection -> {
                    var now = tree(connection);
                    var rows = store.waiting(connection, BATCH);
                    if (rows.isEmpty()) {
                        return new Placed(now, 0);
                    }
                    var leaves = rows.stream().map(Waiting::entry).map(Sequencer::leaf).toList();
                    var grown = now.append(leaves);
                    store.place(connection, now.size(), rows, grown.tiles());
                    return new Placed(grown.tree(), rows.size());
                });
        if (placed.isEmpty()) {
            return 0;
        }
        tree = placed.get().tree();
        size = placed.get().tree().size();
        return placed.get().count();
    }

    private static Hash leaf(Bytes entry) {
        return Hash.leaf(entry.array());
    }

    /** The second step: the head is signed, kept outside, then published. */
    void publish() throws SQLException {
        store.turn(connection -> {
            var now = tree(connection);
            var newest = store.newest(connection);
            if (newest.isEmpty() || newest.get().size() < now.size()) {
                var head = new Checkpoint(key.name(), now.size(), now.root());
                var note = signer.sign(head, new MerkleProofs(now.size(), store.tiles(connection)));
                outside.keep(note);
                outside.keep(progress(connection, now.size()));
                store.publish(connection, now.size(), note, clock.instant());
            }
            return true;
        });
    }

    /**
     * How far the log has come, with the commands counted on from what was kept last; from here on
     * where nothing was, for to count everything could take long.
     */
    private CheckpointFile.LogProgress progress(Connection connection, long to)
            throws SQLException {
        var at = clock.instant();
        var before = outside.progress().filter(kept -> kept.entries() <= to);
        if (before.isEmpty()) {
            return new CheckpointFile.LogProgress(to, to, 0, at);
        }
        var kept = before.get();
        long more = store.commands(connection, kept.entries(), to);
        return new CheckpointFile.LogProgress(to, kept.from(), kept.commands() + more, at);
    }

    /** The tree as it is stored; ours, unless another sequencer went on or we have just begun. */
    private MerkleTree tree(Connection connection) throws SQLException {
        long stored = store.size(connection);
        var ours = tree;
        if (ours != null && ours.size() == stored) {
            return ours;
        }
        if (!store.isOwn(connection, signer.keys().first())) {
            throw new Refused("the key in the data folder does not belong to this log");
        }
        var newest = store.newest(connection).map(SequencerStore.Published::note);
        var proofs = new MerkleProofs(stored, store.tiles(connection));
        for (var note : List.of(newest, outside.newest())) {
            if (note.isPresent()) {
                hold(proofs, stored, note.get());
            }
        }
        return MerkleTree.load(stored, store.tiles(connection));
    }

    /** A log that does not begin with the signed entries was set back or changed. */
    private void hold(MerkleProofs proofs, long stored, String note) {
        TreeHead head;
        try {
            head = TreeHead.of(note, key);
        } catch (TreeHead.Unproven unproven) {
            throw new Refused("a checkpoint that was published " + unproven.getMessage());
        }
        if (head.size() > stored) {
            throw new Refused(
                    "the database has %d entries, but a checkpoint over %d was published: %s"
                            .formatted(
                                    stored,
                                    head.size(),
                                    "the database was set back to an earlier state, so nothing"
                                            + " more is signed"));
        }
        if (!proofs.root(head.size()).toString().equals(head.root())) {
            throw new Refused(
                    ("the first %d entries differ from those that were signed: history has been"
                                    + " changed")
                            .formatted(head.size()));
        }
    }

    /** Who holds the key of the log. */
    public LogSigner.Holder holder() {
        return signer.holder();
    }

    /** The published key in one line, as other tools read it. */
    public String verifierKey() {
        return signer.verifierKey();
    }

    /** That key, and those that signed this log before it. */
    public LogKeys keys() {
        return signer.keys();
    }

    public Status status() throws SQLException {
        var lag = store.lag();
        var waited =
                lag.oldest()
                        .map(oldest -> Duration.between(oldest, clock.instant()))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
        return new Status(size, lag.waiting(), waited, trouble);
    }

    /** Keeps the lines of witnesses under a published checkpoint; says how many are new. */
    public long cosign(long checkpoint, List<String> lines) throws SQLException {
        return store.cosign(checkpoint, lines, clock.instant());
    }

    /**
     * The newest checkpoint that was kept outside the database. It is kept there a moment before
     * the database has it too; so it is read while nobody publishes, and a reader of the database
     * after that finds it in both.
     */
    public Optional<String> keptOutside() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            try {
                var kept = store.turn(_ -> outside.newest());
                if (kept.isPresent()) {
                    return kept.get();
                }
            } catch (SQLException away) {
                // It may just be coming back; the next reader says whether it did.
            }
            rest(TURN);
        }
        // Somebody holds the turn who is no sequencer: all the more is what was kept to be looked
        // at.
        return outside.newest();
    }

    /** Stops after the round that is under way; what waits is placed after the next start. */
    @Override
    public synchronized void close() {
        closing.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
