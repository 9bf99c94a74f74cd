package exeat.desk.queue;

import exeat.casework.command.Actor;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.projection.QueueName;
import exeat.desk.register.SessionReader;
import exeat.store.rows.QueueStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a file that waits would be shown to an officer, who goes by it: what was found is
 * remembered for as long as the case is what it was, and no longer than a turn. It decides whether
 * something stands before something else, and shows nothing. Owned by all threads; a crash loses
 * what is looked up again.
 */
final class VisibilityCache {

    private static final int MAX_ENTRIES = 8192;

    private record Looked(Actor.Officer officer, QueueItem turn) {}

    private record Known(long version, boolean inSight, Instant until) {}

    private final QueueReader queues;
    private final SessionReader reading;
    private final QueueStore store;
    private final InstantSource clock;
    private final Duration length;

    private final Map<Looked, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Looked, Known> eldest) {
                    return size() > MAX_ENTRIES;
                }
            };

    /**
     * Begins with nothing known.
     *
     * @param length so long what was found holds at most
     */
    VisibilityCache(
            QueueReader queues,
            SessionReader reading,
            QueueStore store,
            InstantSource clock,
            Duration length) {
        this.queues = queues;
        this.reading = reading;
        this.store = store;
        this.clock = clock;
        this.length = length;
    }

    /**
     * A thing to do that stands before another.
     *
     * @param version of its case, so that what is known of it is known to hold
     */
    record Ahead(QueueItem turn, long version) {}

    /**
     * What stands before something in its queue, for the officer's own unit, in its order; also
     * what is hidden, which {@link #of} tells.
     *
     * @param all up to a hundred, and not only the first few
     */
    List<Ahead> before(Session session, QueueName which, QueueItem turn, boolean all) {
        var it = new QueueStore.Waits(turn.id().key(), turn.traveller().number(), turn.task());
        var eyes = reading.eyes(session);
        return StoreCalls.get(() -> store.before(eyes, which.stored(), it, all)).stream()
                .map(row ->
                        new Ahead(
                                new QueueItem(
                                        CaseId.of(row.it().key()),
                                        new TravellerNo(row.it().traveller()),
                                        row.it().task()),
                                row.version()))
                .toList();
    }

    /** Whether any of them is in sight; no more are opened than have to be. */
    boolean isAny(Session session, Actor.Officer officer, List<Ahead> files) {
        if (files.stream().anyMatch(file -> isKnown(officer, file, true))) {
            return true;
        }
        var open = files.stream().filter(file -> !isKnown(officer, file, false)).toList();
        if (open.isEmpty()) {
            return false;
        }
        return look(session, officer, open.subList(0, 1)) > 0
                || look(session, officer, open.subList(1, open.size())) > 0;
    }

    /** Those of them that are in sight. */
    Set<QueueItem> of(Session session, Actor.Officer officer, List<Ahead> files) {
        look(
                session,
                officer,
                files.stream()
                        .filter(file ->
                                !isKnown(officer, file, true) && !isKnown(officer, file, false))
                        .toList());
        var seen = new HashSet<QueueItem>();
        for (var file : files) {
            if (isKnown(officer, file, true)) {
                seen.add(file.turn());
            }
        }
        return seen;
    }

    private synchronized boolean isKnown(Actor.Officer officer, Ahead file, boolean inSight) {
        var was = known.get(new Looked(officer, file.turn()));
        return was != null
                && was.version() == file.version()
                && was.inSight() == inSight
                && clock.instant().isBefore(was.until());
    }

    /** Opens them and says how many are in sight. */
    private int look(Session session, Actor.Officer officer, List<Ahead> files) {
        if (files.isEmpty()) {
            return 0;
        }
        var turns = files.stream().map(Ahead::turn).toList();
        var seen = queues.inSight(session, turns);
        var until = clock.instant().plus(length);
        synchronized (this) {
            for (var file : files) {
                boolean inSight = seen.contains(file.turn());
                known.put(
                        new Looked(officer, file.turn()),
                        new Known(file.version(), inSight, until));
            }
        }
        return seen.size();
    }
}
