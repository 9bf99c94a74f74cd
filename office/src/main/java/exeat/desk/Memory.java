package exeat.desk;

import exeat.casework.Event;
import exeat.casework.StreamId;
import exeat.store.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cases that a stripe wrote last, opened and folded; owned by that stripe. What is here is
 * believed only where the database says that the last leaf of the case is the one that is remembered
 * with it, whoever else has written meanwhile; and nothing is written from it that was not, for the
 * database compares the version again. A crash loses it, and nothing with it.
 */
final class Memory {

    private static final int MOST = 1024;

    private record Known(Deciding.Folded folded, Bytes leaf) {}

    private final Map<String, Known> cases =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > MOST;
                }
            };

    /** The last leaf of a case that is remembered. */
    @Nullable Bytes leaf(StreamId id) {
        var known = cases.get(id.key());
        return known == null ? null : known.leaf();
    }

    Optional<Deciding.Folded> find(StreamId id) {
        return Optional.ofNullable(cases.get(id.key())).map(Known::folded);
    }

    /** What was written. What was erased is not remembered, nor what is no case. */
    void take(Deciding.Decided written, Bytes leaf) {
        var id = written.job().command().stream();
        boolean erased = written.told().stream().anyMatch(Event.Erased.class::isInstance);
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
