package exeat.desk.search;

import exeat.casework.value.OfficerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits how often one officer looks for people by name within an hour, found or not. A counter
 * stays far below; trying dates of birth one by one does not get far.
 */
final class SearchBudget {

    static final int SEARCHES = 120;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final InstantSource clock;

    /** When each officer searched; guarded by itself. */
    private final Map<OfficerId, Deque<Instant>> searched = new HashMap<>();

    SearchBudget(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a search; false if the officer has used up the hour's. */
    boolean spend(OfficerId officer) {
        var now = clock.instant();
        synchronized (searched) {
            var mine = searched.computeIfAbsent(officer, _ -> new ArrayDeque<>());
            mine.removeIf(at -> at.plus(WINDOW).isBefore(now));
            if (mine.size() >= SEARCHES) {
                return false;
            }
            mine.add(now);
            return true;
        }
    }
}
