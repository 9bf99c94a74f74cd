package exeat.desk.queue;

import exeat.casework.command.Actor;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits how many names lists and searches show to one officer within an hour. Normal work stays
 * far below. Beyond it, lists show only numbers, and the officer must open a case to see whose it
 * is.
 */
public final class NameBudget {

    static final int NAMES = 300;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final InstantSource clock;

    /** What each officer was shown, and when; guarded by itself. */
    private final Map<String, Map<Person, Instant>> shown = new HashMap<>();

    private record Person(CaseId id, TravellerNo no) {}

    /** How a name in a list is handled. */
    public enum Showing {
        /** It was shown within the hour before. */
        AGAIN,
        /** It is shown, and that is a look. */
        FRESH,
        /** It is not shown. */
        WITHHELD
    }

    public NameBudget(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether this reader will be shown no other name now. */
    public boolean isSpent(Session session) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return false;
        }
        var now = clock.instant();
        synchronized (shown) {
            var mine = shown.getOrDefault(officer.id().text(), Map.of());
            return mine.values().stream().filter(at -> !at.plus(WINDOW).isBefore(now)).count()
                    >= NAMES;
        }
    }

    /** Whether this reader is shown the name; only officers read lists of people. */
    public Showing show(Session session, CaseId id, TravellerNo no) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return Showing.AGAIN;
        }
        var now = clock.instant();
        synchronized (shown) {
            var mine = shown.computeIfAbsent(officer.id().text(), _ -> new HashMap<>());
            mine.values().removeIf(at -> at.plus(WINDOW).isBefore(now));
            var person = new Person(id, no);
            if (mine.containsKey(person)) {
                return Showing.AGAIN;
            }
            if (mine.size() < NAMES) {
                mine.put(person, now);
                return Showing.FRESH;
            }
        }
        Log.write(LogEvent.NAMES_WITHHELD);
        return Showing.WITHHELD;
    }
}
