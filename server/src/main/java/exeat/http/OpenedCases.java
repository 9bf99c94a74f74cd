package exeat.http;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.casework.command.Actor;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.base.Caches;
import exeat.desk.base.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Knows which officer opened which case, and when last: nobody agrees to an act on a person whose
 * file they have not opened since it was proposed. Lost in a crash; then they open it again.
 */
@Singleton
public final class OpenedCases {

    private static final int MAX_CASES = 100_000;
    private static final Duration KEPT = Duration.ofHours(12);

    private record Opening(String officer, CaseId id) {}

    private final Cache<Opening, Instant> opened;
    private final InstantSource clock;

    OpenedCases(InstantSource clock) {
        this.clock = clock;
        this.opened = Caches.bounded(MAX_CASES, KEPT, clock).build();
    }

    /** The officer was shown the case, on its page or by the API. */
    public void open(Session session, CaseId id) {
        opening(session, id).ifPresent(one -> opened.put(one, clock.instant()));
    }

    /** Whether the officer opened it after this moment. */
    public boolean isOpenedSince(Session session, CaseId id, Instant moment) {
        return opening(session, id)
                .flatMap(one -> Optional.ofNullable(opened.getIfPresent(one)))
                .filter(at -> !at.isBefore(moment))
                .isPresent();
    }

    private static Optional<Opening> opening(Session session, CaseId id) {
        return session.actor() instanceof Actor.Officer officer
                ? Optional.of(new Opening(officer.id().text(), id))
                : Optional.empty();
    }
}
