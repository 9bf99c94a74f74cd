package exeat.desk;

import exeat.desk.base.StoreCalls;
import exeat.desk.clock.ClockJumpDetector;
import exeat.desk.write.Writer;
import exeat.desk.write.WriterMetrics;
import exeat.store.database.Database;
import exeat.store.database.DatabaseSafety;
import exeat.store.ledger.Sequencer;
import exeat.store.rows.RoadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The health of the office, as plain values for metrics and health checks. */
public final class Health {

    private final Database database;
    private final Writer writer;
    private final WriterMetrics tally;
    private final Sequencer sequencer;
    private final ClockJumpDetector watch;

    Health(
            Database database,
            Writer writer,
            WriterMetrics tally,
            Sequencer sequencer,
            ClockJumpDetector watch) {
        this.sequencer = sequencer;
        this.watch = watch;
        this.database = database;
        this.writer = writer;
        this.tally = tally;
    }

    /**
     * The state at the moment.
     *
     * @param databaseReachable whether the database answered
     * @param writerAlive whether every stripe of the writer runs
     * @param queueDepth waiting commands
     * @param refusal the SQL state if the database failed to write within the last minute; 53100 is
     *     a full disk
     */
    public record Status(
            boolean databaseReachable,
            boolean writerAlive,
            int queueDepth,
            Optional<String> refusal) {
        public boolean healthy() {
            return databaseReachable && writerAlive && refusal.isEmpty();
        }
    }

    public Status status() {
        return new Status(
                database.isReachable(), writer.isAlive(), writer.depth(), tally.trouble());
    }

    /** The state of the public log: how many entries are waiting, and for how long. */
    public Sequencer.Status ledger() {
        return StoreCalls.get(sequencer::status);
    }

    /** What is unsafe in how PostgreSQL is set up, in sentences; see {@link DatabaseSafety}. */
    public List<String> databaseSafety() {
        return StoreCalls.get(() -> DatabaseSafety.of(database));
    }

    /** How far the database's clock is ahead of this time; negative if it is behind. */
    public Duration databaseDrift(Instant now) {
        return Duration.between(now, StoreCalls.get(() -> DatabaseSafety.clock(database)));
    }

    /** How many cases went the whole road; it counts no further than 2. */
    public int departures() {
        return StoreCalls.get(() -> RoadStore.departures(database, 2));
    }

    /** Whether a witness ever signed the log. */
    public boolean isWitnessed() {
        return StoreCalls.get(() -> RoadStore.isWitnessed(database));
    }

    /** How far the clock has jumped, while due work is suspended because of it. */
    public Optional<Duration> clockJump() {
        return watch.jump();
    }

    public WriterMetrics.WriterCounters counters() {
        return tally.counters();
    }
}
