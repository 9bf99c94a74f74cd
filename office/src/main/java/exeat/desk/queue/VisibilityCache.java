package exeat.desk.queue;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.casework.command.Actor;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Caches;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.projection.QueueName;
import exeat.desk.register.SessionReader;
import exeat.store.rows.QueueStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Caches whether a waiting case is visible to an officer, for as long as the case is unchanged and
 * at most a short time. It is used only for the order of cases and shows nothing. Shared by all
 * threads; lost in a crash and looked up again.
 */
final class VisibilityCache {

    private static final int MAX_ENTRIES = 8192;

    private record Looked(Actor.Officer officer, QueueItem turn) {}

    private record Known(long version, boolean inSight) {}

    private final QueueReader queues;
    private final SessionReader reading;
    private final QueueStore store;
    private final Cache<Looked, Known> known;

    /**
     * Starts empty.
     *
     * @param length how long an entry is valid at most
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
        this.known = Caches.bounded(MAX_ENTRIES, length, clock).build();
    }

    /**
     * A task that comes before another.
     *
     * @param version the version of its case, for which cached knowledge is valid
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
        return !look(session, officer, open.subList(0, 1)).isEmpty()
                || !look(session, officer, open.subList(1, open.size())).isEmpty();
    }

    /** Those of them that are in sight. */
    Set<QueueItem> of(Session session, Actor.Officer officer, List<Ahead> files) {
        var seen = new HashSet<QueueItem>();
        var open = new ArrayList<Ahead>();
        for (var file : files) {
            if (isKnown(officer, file, true)) {
                seen.add(file.turn());
            } else if (!isKnown(officer, file, false)) {
                open.add(file);
            }
        }
        seen.addAll(look(session, officer, open));
        return seen;
    }

    private boolean isKnown(Actor.Officer officer, Ahead file, boolean inSight) {
        return new Known(file.version(), inSight)
                .equals(known.getIfPresent(new Looked(officer, file.turn())));
    }

    /** Opens them and says which are in sight. */
    private Set<QueueItem> look(Session session, Actor.Officer officer, List<Ahead> files) {
        if (files.isEmpty()) {
            return Set.of();
        }
        var seen = queues.inSight(session, files.stream().map(Ahead::turn).toList());
        for (var file : files) {
            known.put(
                    new Looked(officer, file.turn()),
                    new Known(file.version(), seen.contains(file.turn())));
        }
        return seen;
    }
}
