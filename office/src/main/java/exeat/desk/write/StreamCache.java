package exeat.desk.write;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.casework.event.CaseEvent;
import exeat.casework.value.StreamId;
import exeat.desk.base.Caches;
import exeat.desk.projection.LoadedStream;
import exeat.store.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cases that were written last, opened and folded. Each is used by one worker at a time, since
 * what is on one stream goes through one; the map is for all of them. What is here is believed only
 * where the database says that the last leaf of the case is the one that is remembered with it,
 * whoever else has written meanwhile; and nothing is written from it that was not, for the database
 * compares the version again. A crash loses it, and nothing with it.
 */
final class StreamCache {

    private static final int MAX_STREAMS = 2048;

    private record Known(LoadedStream folded, Bytes leaf) {}

    private final Cache<String, Known> cases = Caches.bounded(MAX_STREAMS).build();

    /** The last leaf of a case that is remembered. */
    @Nullable Bytes leaf(StreamId id) {
        var known = cases.getIfPresent(id.key());
        return known == null ? null : known.leaf();
    }

    Optional<LoadedStream> find(StreamId id) {
        return Optional.ofNullable(cases.getIfPresent(id.key())).map(Known::folded);
    }

    /** What was written. What was erased is not remembered, nor what is no case. */
    void take(Decision.Decided written, Bytes leaf) {
        var id = written.job().command().stream();
        boolean erased = written.told().stream().anyMatch(CaseEvent.Erased.class::isInstance);
        if (id instanceof StreamId.CaseId && !erased) {
            cases.put(id.key(), new Known(written.after().kept(), leaf));
        } else {
            forget(id);
        }
    }

    void forget(StreamId id) {
        cases.invalidate(id.key());
    }
}
