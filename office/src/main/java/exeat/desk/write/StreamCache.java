package exeat.desk.write;

import exeat.casework.event.CaseEvent;
import exeat.casework.value.StreamId;
import exeat.desk.base.RecentlyUsed;
import exeat.desk.projection.LoadedStream;
import exeat.store.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the most recently written cases, decrypted and folded. One worker at a time uses a
 * stream; all share the map. An entry is used only if the database confirms that its last leaf is
 * still the newest, and the database checks the version again when writing. A crash loses only the
 * cache.
 */
final class StreamCache {

    private static final int MAX_STREAMS = 2048;

    private record Known(LoadedStream folded, Bytes leaf) {}

    private final RecentlyUsed<String, Known> cases = new RecentlyUsed<>(MAX_STREAMS);

    /** The last leaf of a case that is remembered. */
    @Nullable Bytes leaf(StreamId id) {
        return cases.get(id.key()).map(Known::leaf).orElse(null);
    }

    Optional<LoadedStream> find(StreamId id) {
        return cases.get(id.key()).map(Known::folded);
    }

    /** Remembers what was written, except erased cases and streams that are not cases. */
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
        cases.remove(id.key());
    }
}
