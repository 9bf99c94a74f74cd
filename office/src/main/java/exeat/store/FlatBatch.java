package exeat.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import exeat.store.BatchStore.Alarm;
import exeat.store.BatchStore.BriefedOfficer;
import exeat.store.BatchStore.BriefedUnit;
import exeat.store.BatchStore.Cell;
import exeat.store.BatchStore.Duty;
import exeat.store.BatchStore.Erase;
import exeat.store.BatchStore.Issue;
import exeat.store.BatchStore.Jump;
import exeat.store.BatchStore.Row;
import exeat.store.BatchStore.Secret;
import exeat.store.BatchStore.Signature;
import exeat.store.BatchStore.Tenure;
import exeat.store.BatchStore.TravellerKey;
import exeat.store.BatchStore.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its function takes it: what is sealed as bytes, beside the rest, which is JSON; and
 * apart from the rows, what only some streams have.
 */
final class FlatBatch {

    private final List<Line> rows = new ArrayList<>();
    private final Map<Integer, Others> others = new HashMap<>();
    private final List<byte[]> states = new ArrayList<>();
    private final List<byte[]> sealed = new ArrayList<>();
    private final Map<String, Integer> rounds = new HashMap<>();

    FlatBatch(List<Row> batch) {
        batch.forEach(this::add);
    }

    /**
     * A row's own line.
     *
     * @param n the place of its state, from 1
     * @param round 1 for the first row of a stream in this batch, 2 for the second
     */
    private record Line(
            int ord,
            int n,
            int round,
            Bytes session,
            String stream,
            String kind,
            long expected,
            String key,
            Bytes hash,
            String directive,
            String version,
            @JsonProperty("directive_hash") String directiveHash,
            @Nullable String holder,
            @Nullable String number,
            @Nullable String due,
            @Nullable Bytes wrapped,
            @JsonProperty("in_log_by") String inLogBy,
            String at,
            @Nullable Set<String> authorities,
            Set<String> papers,
            List<EventLine> events,
            List<Work> work,
            List<Work> gone,
            List<Secret> secrets,
            List<TravellerKey> keys,
            List<Cell> cells) {}

    /**
     * An event.
     *
     * @param place within its row, from 1
     * @param n the place of what is sealed, from 1
     */
    private record EventLine(int place, int n, String type, Bytes hash, Bytes salt) {}

    /** What only some streams have. */
    private record Others(
            String stream,
            String kind,
            List<BriefedUnit> briefedUnits,
            List<BriefedOfficer> briefedOfficers,
            List<Issue> issues,
            List<Tenure> tenures,
            List<Signature> signatures,
            @Nullable List<Duty> duties,
            List<Jump> jumps,
            @Nullable Erase erase,
            List<Alarm> alarms,
            List<ClarificationRow> clarifications) {}

    private void add(Row row) {
        states.add(row.state().array());
        rows.add(
                new Line(
                        row.ord(),
                        states.size(),
                        rounds.merge(row.stream(), 1, Integer::sum),
                        row.session(),
                        row.stream(),
                        row.kind(),
                        row.expected(),
                        row.key(),
                        row.hash(),
                        row.directiveId(),
                        row.directiveVersion(),
                        row.directiveHash(),
                        row.holder(),
                        row.number(),
                        row.due(),
                        row.wrapped(),
                        row.inLogBy(),
                        row.at(),
                        row.authorities(),
                        row.papers(),
                        events(row),
                        row.work(),
                        row.gone(),
                        row.secrets(),
                        row.travellerKeys(),
                        row.cells()));
        if (hasOthers(row)) {
            others.put(row.ord(), others(row));
        }
    }

    private List<EventLine> events(Row row) {
        var events = new ArrayList<EventLine>();
        for (var event : row.events()) {
            sealed.add(event.sealed().array());
            events.add(
                    new EventLine(
                            events.size() + 1,
                            sealed.size(),
                            event.type(),
                            event.payloadHash(),
                            event.salt()));
        }
        return events;
    }

    private static boolean hasOthers(Row row) {
        return row.duties() != null
                || row.erase() != null
                || !(row.briefedUnits().isEmpty()
                        && row.briefedOfficers().isEmpty()
                        && row.issues().isEmpty()
                        && row.tenures().isEmpty()
                        && row.signatures().isEmpty()
                        && row.jumps().isEmpty()
                        && row.alarms().isEmpty()
                        && row.clarifications().isEmpty());
    }

    private static Others others(Row row) {
        return new Others(
                row.stream(),
                row.kind(),
                row.briefedUnits(),
                row.briefedOfficers(),
                row.issues(),
                row.tenures(),
                row.signatures(),
                row.duties(),
                row.jumps(),
                row.erase(),
                row.alarms(),
                row.clarifications());
    }

    Map<String, Object> json(Instant now, int stripe) {
        return Map.of(
                "now",
                now.toString(),
                "stripe",
                stripe,
                "rounds",
                rounds.values().stream().mapToInt(n -> n).max().orElse(0),
                "rows",
                rows,
                "others",
                others);
    }

    /** Each row's state. */
    byte[][] states() {
        return states.toArray(new byte[0][]);
    }

    /** Each event. */
    byte[][] sealed() {
        return sealed.toArray(new byte[0][]);
    }
}
