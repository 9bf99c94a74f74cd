package exeat.desk.cases;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.AccessLogStore;
import exeat.store.rows.AccessLogStore.AccessRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The access log: who opened which case. Entries are written in batches beside the reading, not
 * before it; if the queue is full, reading waits. So no entry is dropped, and a crash loses at most
 * those of the last pause.
 */
public final class AccessLog implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int BATCH = 500;

    private final AccessLogStore store;
    private final SessionReader reading;
    private final DirectiveRegister register;
    private final InstantSource clock;
    private final BlockingQueue<AccessRow> waiting;
    private final Duration pause;

    /** Entries of one officer within this time are shown as one. */
    private final Duration together;

    /** Owned by {@link #flush}: taken from the queue and not yet written. */
    private final List<AccessRow> taken = new ArrayList<>();

    private final Thread thread;
    private volatile boolean closing;

    public static AccessLog of(
            Infrastructure in, SessionReader reading, DirectiveRegister register) {
        var store = new AccessLogStore(in.database(), reading.store());
        return new AccessLog(store, reading, register, in.clock(), in.config());
    }

    AccessLog(
            AccessLogStore store,
            SessionReader reading,
            DirectiveRegister register,
            InstantSource clock,
            Config config) {
        this.waiting = new LinkedBlockingQueue<>(config.count(Settings.LOOKS_WAITING));
        this.pause = config.time(Settings.LOOKS_PAUSE);
        this.together = config.time(Settings.LOOKS_TOGETHER);
        this.store = store;
        this.reading = reading;
        this.register = register;
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name("exeat-looks").start(this::run);
    }

    /**
     * An officer was shown this part of a case. Travellers reading their own case are not recorded.
     */
    void record(Session session, Disclosure.CaseSeen seen) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return;
        }
        var travellers = new TreeSet<Integer>();
        var guarded = new TreeSet<Integer>();
        seen.travellers()
                .forEach((no, what) -> {
                    if (!(what instanceof Disclosure.Hidden
                            || what instanceof Disclosure.StageOnly)) {
                        travellers.add(no.number());
                    }
                    if (what instanceof Disclosure.Whole) {
                        guarded.add(no.number());
                    }
                });
        put(officer, seen.id(), travellers, guarded);
    }

    /** A list showed an officer this person's name. */
    void listed(Session session, CaseId id, TravellerNo no) {
        if (session.actor() instanceof Actor.Officer officer) {
            put(officer, id, new TreeSet<>(Set.of(no.number())), new TreeSet<>());
        }
    }

    private void put(
            Actor.Officer officer,
            CaseId id,
            SortedSet<Integer> travellers,
            SortedSet<Integer> guarded) {
        try {
            waiting.put(
                    new AccessRow(
                            id.key(),
                            officer.id().text(),
                            officer.unit().text(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS).toString(),
                            travellers,
                            guarded));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "stopped before an access log entry was written", stopped);
        }
    }

    private void run() {
        try {
            while (!closing) {
                var first = waiting.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    take(first);
                    // Waits a little, so that more entries go into the same batch.
                    Thread.sleep(pause);
                }
                flushOrKeep();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(AccessRow look) {
        taken.add(look);
    }

    private void flushOrKeep() {
        try {
            flush();
        } catch (SQLException away) {
            // It is still taken, and goes with the next batch.
            LOG.log(
                    Level.WARNING,
                    "access log entries are waiting: the database does not" + " accept them");
        }
    }

    private synchronized void flush() throws SQLException {
        waiting.drainTo(taken, BATCH);
        if (!taken.isEmpty()) {
            store.write(List.copyOf(taken), clock.instant());
            taken.clear();
        }
    }

    /**
     * Who opened the reader's case, as shown to them; several accesses by one officer within an
     * hour are one entry.
     *
     * @param unit the officer's unit; the name is recorded but not shown
     * @param times how often
     * @param facts whether facts and reasons were shown, and not only who it is and what to do
     */
    public record FileAccess(
            AuthorityId unit, Instant from, Instant until, int times, boolean facts) {}

    /** The newest first. */
    public List<FileAccess> of(Session session) {
        StoreCalls.run(this::flush);
        var told = new ArrayList<FileAccess>();
        var seen = StoreCalls.get(() -> store.seen(reading.eyes(session)));
        var left = new ArrayList<>(seen.reversed());
        if (!(session.actor() instanceof Actor.Party party) || left.isEmpty()) {
            return told;
        }
        var unseen = new UnseenLooks(reading, register, party, session);
        left.removeIf(unseen::isUnseen);
        while (!left.isEmpty()) {
            var first = left.getFirst();
            var until = first.at().plus(this.together);
            var together =
                    left.stream()
                            .filter(look ->
                                    look.account().equals(first.account())
                                            && look.unit().equals(first.unit())
                                            && look.at().isBefore(until))
                            .toList();
            left.removeAll(together);
            told.addFirst(
                    new FileAccess(
                            new AuthorityId(first.unit()),
                            first.at(),
                            together.getLast().at(),
                            together.size(),
                            together.stream().anyMatch(unseen::showedFacts)));
        }
        return told;
    }

    /** Writes the waiting entries, and stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
            do {
                flush();
            } while (!waiting.isEmpty());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException away) {
            LOG.log(
                    Level.WARNING,
                    "access log entries are lost: the database does not accept" + " them");
        }
    }
}
