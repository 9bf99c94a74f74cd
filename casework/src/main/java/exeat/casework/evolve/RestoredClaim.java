package exeat.casework.evolve;

import exeat.casework.state.Protection;
import exeat.casework.state.Protection.Hearing;
import exeat.casework.state.Protection.Withheld;
import exeat.casework.value.ClaimOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A claim that somebody else ended in the person's name stands again as it was, its hours begun
 * again; beside what was claimed since, if that still stands.
 */
final class RestoredClaim {

    private RestoredClaim() {}

    /**
     * @param was as it stood when it ended
     * @param now with a block on disclosure that has begun
     * @param stands whether another claim stands
     */
    static Protection of(Protection was, Protection now, boolean stands, Instant at) {
        boolean own = was.own() || (stands && now.own());
        boolean stops = was.stops() || (stands && now.stops());
        var hours =
                Stream.concat(
                        was.until().map(_ -> at.plus(Protection.MAX_SUSPENSION)).stream(),
                        now.until().stream());
        return new Protection(
                own,
                stops,
                now.unconfirmed(),
                hours.filter(_ -> stops && !own).max(Comparator.naturalOrder()),
                now.hearing().or(() -> was.hearing().map(h -> new Hearing(h.unit(), at))),
                both(was.claims(), now.claims()),
                both(was.admitted(), now.admitted()).stream().distinct().toList(),
                now.from(),
                now.shown(),
                now.past(),
                now.since(),
                now.withheld(),
                Optional.of(outcomes(was, now.outcomes().orElse(List.of()), stands)),
                now.inPerson(),
                now.requests(),
                now.officers(),
                Optional.of(both(was.heardOnce(), now.heardOnce())),
                now.done(),
                now.undoing());
    }

    /** Whether a claim that ends so counts as one that was not confirmed. */
    static boolean isUnconfirmedAtEnd(boolean own, Optional<Withheld> withheld) {
        return !own || withheld.filter(w -> !w.confirmed()).isPresent();
    }

    /** How claims came out, without that this one ended; last what a hearing can still mend. */
    private static List<ClaimOutcome> outcomes(
            Protection was, List<ClaimOutcome> now, boolean stands) {
        var before = was.outcomes().orElse(List.of());
        boolean counted = isUnconfirmedAtEnd(was.own(), was.withheld());
        // That nobody heard them in time gave way to the end.
        boolean unheard = !before.isEmpty() && before.getLast() == ClaimOutcome.NOT_HEARD;
        int ended = before.size() + (counted ? 1 : 0) - (counted && unheard ? 1 : 0);
        var since = now.subList(Math.min(ended, now.size()), now.size());
        return stands ? both(before, since) : both(since, before);
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
