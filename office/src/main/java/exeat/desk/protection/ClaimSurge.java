package exeat.desk.protection;

import exeat.store.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How many applications people claimed protection in for somebody else within an hour, met or not:
 * if only those that exist counted, an alarm would tell that they do. It is kept in memory, of a
 * fixed size, as keyed hashes; a start forgets it.
 */
public final class ClaimSurge {

    /** For people of so many applications within the window is many. */
    public static final int MANY = 10;

    private static final Duration WINDOW = Duration.ofHours(1);

    /** More are not told apart: it is an alarm long before. */
    private static final int MAX = 10_000;

    private final InstantSource clock;

    /** When each was last claimed in; guarded by this. */
    private final Map<Bytes, Instant> claimed = new HashMap<>();

    ClaimSurge(InstantSource clock) {
        this.clock = clock;
    }

    /** A claim was taken, whatever came of it. */
    synchronized void take(Bytes application) {
        forget();
        if (claimed.size() < MAX) {
            claimed.put(application, clock.instant());
        }
    }

    /** Of how many applications; 0 while these are not many. */
    public synchronized int many() {
        forget();
        return claimed.size() < MANY ? 0 : claimed.size();
    }

    private void forget() {
        var since = clock.instant().minus(WINDOW);
        claimed.values().removeIf(at -> at.isBefore(since));
    }
}
