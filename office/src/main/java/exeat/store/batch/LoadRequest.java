package exeat.store.batch;

import exeat.store.Bytes;
import exeat.store.Columns;
import exeat.store.batch.BatchStore.LoadItem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch needs to know, as its function is asked: each session once, however many commands
 * came by it.
 *
 * @param sessions SHA-256 of their tokens, in the order in which they came
 */
public record LoadRequest(Set<Bytes> sessions, List<Line> rows) {

    /**
     * A line of a command.
     *
     * @param session its place among the sessions, from 1
     */
    @Columns("ord session stream kind key claim erases known")
    public record Line(
            int ord,
            int session,
            String stream,
            String kind,
            String key,
            boolean claim,
            boolean erases,
            @Nullable Bytes known) {}

    static LoadRequest of(List<LoadItem> wanted) {
        var sessions = new LinkedHashMap<Bytes, Integer>();
        var rows = wanted.stream().map(row -> line(row, place(sessions, row.session()))).toList();
        return new LoadRequest(sessions.sequencedKeySet(), rows);
    }

    private static int place(Map<Bytes, Integer> sessions, Bytes session) {
        int next = sessions.size() + 1;
        return sessions.computeIfAbsent(session, _ -> next);
    }

    private static Line line(LoadItem row, int session) {
        return new Line(
                row.ord(),
                session,
                row.stream(),
                row.kind(),
                row.key(),
                row.claim(),
                row.erases(),
                row.known());
    }

    Map<String, Object> json(Instant now) {
        return Map.of("now", now.toString(), "sessions", sessions, "rows", rows);
    }
}
