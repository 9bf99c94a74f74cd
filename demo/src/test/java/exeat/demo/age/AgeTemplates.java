package exeat.demo.age;

import exeat.casework.state.CaseState;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.StageTransitions;
import exeat.demo.age.AgeTemplate.Head;
import exeat.demo.age.AgeTemplate.Request;
import exeat.demo.age.AgeTemplate.Step;
import exeat.demo.age.AgeTemplate.Task;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.oversight.CaseCounters;
import exeat.oversight.ReportCounter;
import exeat.rules.authority.TimeLimits;
import exeat.store.Bytes;
import exeat.store.batch.BatchStore.Work;
import exeat.store.key.Vault;
import exeat.store.ledger.Chain;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every application of a database that has lived, opened. */
final class AgeTemplates {

    private final Connection owner;
    private final Vault vault;
    private final TimeLimits limits;
    private final LocalDate first;

    private AgeTemplates(Connection owner, Vault vault, TimeLimits limits) throws SQLException {
        this.owner = owner;
        this.vault = vault;
        this.limits = limits;
        var began = new ArrayList<Instant>();
        each(
                "select min(at) as at from exeat.event where type = 'applied'",
                row -> began.add(instant(row, "at")));
        first = began.getFirst().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** All of them, in the order in which they came in. */
    static List<AgeTemplate> of(Connection owner, Vault vault, TimeLimits limits)
            throws SQLException {
        return new AgeTemplates(owner, vault, limits).read();
    }

    /** The rows of one stream, by its id. */
    private static final class Parts {
        final List<Step> steps = new ArrayList<>();
        final List<Request> requests = new ArrayList<>();
        final List<String> authorities = new ArrayList<>();
        final List<Task> work = new ArrayList<>();
        final List<Integer> secrets = new ArrayList<>();
        final List<String> papers = new ArrayList<>();
        final List<AgeTemplate.Seen> seen = new ArrayList<>();
        final Map<Integer, List<String>> found = new HashMap<>();
        final Map<Integer, Bytes> keys = new HashMap<>();
    }

    private List<AgeTemplate> read() throws SQLException {
        var parts = new HashMap<Long, Parts>();
        each(
                "select stream, authority from exeat.case_authority order by 1, 2",
                row -> of(parts, row).authorities.add(row.getString("authority")));
        each(
                "select stream, traveller from exeat.secret order by 1, 2",
                row -> of(parts, row).secrets.add(row.getInt("traveller")));
        each(
                "select stream, number from exeat.paper order by 1, 2",
                row -> of(parts, row).papers.add(row.getString("number")));
        each(
                """
                select stream, traveller, wrapped, units, parties from exeat.traveller_key
                order by 1, 2
                """,
                row -> {
                    var part = of(parts, row);
                    part.keys.put(row.getInt("traveller"), Bytes.of(row.getBytes("wrapped")));
                    part.seen.add(
                            new AgeTemplate.Seen(
                                    row.getInt("traveller"),
                                    List.of((String[]) row.getArray("units").getArray()),
                                    List.of((Integer[]) row.getArray("parties").getArray())));
                });
        each(
                "select stream, traveller, units from exeat.search_person order by 1, 2",
                row ->
                        of(parts, row)
                                .found
                                .put(
                                        row.getInt("traveller"),
                                        List.of((String[]) row.getArray("units").getArray())));
        each(
                """
                select stream, traveller, queue, task, unit, since, nullif(due, 'infinity') as due
                from exeat.work_item order by 1, 2, 3, 4, 5
                """,
                row -> of(parts, row).work.add(task(row)));
        each(
                """
                select stream, command_hash, first, last
                from exeat.request order by stream, first
                """,
                row -> of(parts, row).requests.add(request(row)));
        var templates = new ArrayList<AgeTemplate>();
        each(
                """
                select t.id as stream, t.key, t.version, t.directive_id, t.directive_version,
                    t.directive_hash, t.holder, t.number, t.due, t.state, k.wrapped
                from exeat.stream t join exeat.stream_key k on k.stream = t.id
                where t.kind = 'case' order by t.id
                """,
                row -> templates.add(template(row, of(parts, row))));
        return templates;
    }

    private static Parts of(Map<Long, Parts> parts, ResultSet row) throws SQLException {
        return parts.computeIfAbsent(row.getLong("stream"), _ -> new Parts());
    }

    private static Task task(ResultSet row) throws SQLException {
        var work =
                new Work(
                        row.getInt("traveller"),
                        row.getString("queue"),
                        row.getString("task"),
                        row.getString("unit"),
                        "",
                        null);
        return new Task(
                work,
                instant(row, "since"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)));
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                Bytes.of(row.getBytes("command_hash")), row.getInt("first"), row.getInt("last"));
    }

    private AgeTemplate template(ResultSet row, Parts parts) throws SQLException {
        var stream = row.getString("key");
        var words = new ArrayList<String>();
        words.add(stream.substring(stream.indexOf('/') + 1));
        words.add(row.getString("number"));
        words.addAll(parts.papers);
        var key = vault.unwrap(stream, Bytes.of(row.getBytes("wrapped")), parts.keys);
        var state =
                (CaseState)
                        PayloadSealing.state(
                                key, row.getLong("version"), Bytes.of(row.getBytes("state")));
        var guarded = new TreeMap<Integer, AgeStamp>();
        for (var traveller : state.travellers().values()) {
            var own = JsonCodec.write(RestrictedData.of(traveller));
            guarded.put(traveller.no().number(), AgeStamp.of(own.array(), words, first));
        }
        steps(row.getLong("stream"), key, words, parts.steps);
        var cells = new HashMap<ReportCounter, Integer>();
        CaseCounters.changes(Optional.empty(), state, limits)
                .forEach(change -> cells.put(change.cell(), change.delta()));
        return new AgeTemplate(
                new Head(
                        row.getString("directive_id"),
                        row.getString("directive_version"),
                        row.getString("directive_hash"),
                        Optional.ofNullable(row.getString("holder")),
                        Optional.ofNullable(row.getObject("due", LocalDate.class))),
                words,
                state.travellers().values().stream()
                        .allMatch(t -> StageTransitions.ENDS.contains(t.stage())),
                AgeStamp.of(
                        JsonCodec.write(RestrictedData.without(state, state.travellers().keySet()))
                                .array(),
                        words,
                        first),
                guarded,
                parts.seen,
                state.travellers().values().stream()
                        .filter(one -> state.erasure(one.no()).isEmpty())
                        .map(one ->
                                new AgeTemplate.Sought(
                                        one.traveller(),
                                        parts.found.getOrDefault(one.no().number(), List.of())))
                        .toList(),
                parts.steps,
                parts.requests,
                parts.authorities,
                parts.work,
                parts.secrets,
                cells);
    }

    private void steps(long stream, Vault.StreamKey key, List<String> words, List<Step> steps)
            throws SQLException {
        each(
                """
                select e.sequence, e.type, e.at, e.actor, e.authority, e.chain, e.chains, e.sealed
                from exeat.event e where e.stream = %d and e.sealed is not null order by e.sequence
                """
                        .formatted(stream),
                row -> {
                    var plain =
                            PayloadSealing.event(
                                            key,
                                            row.getLong("sequence"),
                                            Bytes.of(row.getBytes("sealed")))
                                    .orElseThrow()
                                    .plain();
                    steps.add(
                            new Step(
                                    row.getString("type"),
                                    instant(row, "at"),
                                    row.getString("actor"),
                                    Optional.ofNullable(row.getString("authority")),
                                    AgeStamp.of(plain.array(), words, first),
                                    PayloadSealing.cuts(JsonCodec.event(plain), plain),
                                    Chain.of(row)));
                });
    }

    private void each(String sql, Row what) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                what.take(rows);
            }
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return java.util.Objects.requireNonNull(at, column).toInstant();
    }
}
