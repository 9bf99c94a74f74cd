package exeat.store.rows;

import exeat.rules.document.DirectiveRef;
import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.ledger.Chain;
import exeat.store.ledger.Leaf;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a session may see; the database role of these connections sees no other rows. Each
 * read is one short transaction that first names the session.
 */
public final class ReadStore {

    private static final String STREAM =
            """
            select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash,
                t.state, k.wrapped,
                (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
                    from exeat.traveller_key x where x.stream = t.id) as traveller_keys
            from exeat.stream t join exeat.stream_key k on k.stream = t.id
            """;

    /** Nothing was written, and nobody else is to have these eyes. */
    private static final String END = "\n; rollback";

    private final Database database;

    public ReadStore(Database database) {
        this.database = database;
    }

    /** The session that reads: SHA-256 of the token, and the time. */
    public record Viewer(Bytes token, Instant now) {}

    /**
     * A stream's row; sealed.
     *
     * @param travellerKeys those that this reader may have, where one stream was asked for
     */
    public record Stream(
            String key,
            long version,
            DirectiveRef directive,
            Bytes state,
            Bytes wrapped,
            Map<Integer, Bytes> travellerKeys) {
        public Stream {
            travellerKeys = Map.copyOf(travellerKeys);
        }

        private Stream with(Map<Integer, Bytes> keys) {
            return new Stream(key, version, directive, state, wrapped, keys);
        }
    }

    /** An event's row; sealed. */
    public record StoredEvent(
            long sequence,
            String type,
            Instant at,
            String actor,
            String authority,
            Bytes payloadHash,
            Bytes leaf,
            Bytes salt,
            Bytes sealed,
            Optional<Bytes> blind,
            Chain chain) {

        /** Its number as its leaf has it. */
        public String place() {
            return Leaf.place(sequence, blind);
        }
    }

    /**
     * A row of a queue.
     *
     * @param due empty where there is no day
     */
    public record Task(
            Stream stream,
            String number,
            int traveller,
            String task,
            String unit,
            Instant since,
            Optional<LocalDate> due) {}

    /** A place in a queue's order. */
    public record Place(LocalDate due, Instant since, String number, int traveller, String task) {}

    /**
     * A stretch of a queue: what comes after a place and is due by a day.
     *
     * @param until {@code LocalDate.MAX} for the rest of the queue, with what has no day
     */
    public record Stretch(Place after, LocalDate until) {}

    public record IssueRow(Stream stream, String raisedBy, String holder, boolean open) {}

    public record JumpRow(
            String key,
            String number,
            int traveller,
            String task,
            String unit,
            String account,
            String why,
            Instant at) {}

    /** The last files in sight that were taken before others. */
    public List<JumpRow> jumps(Viewer eyes, int limit) throws SQLException {
        var sql =
                """
                select t.key, t.number, j.traveller, j.task, j.unit, j.account, j.why, j.at
                from exeat.queue_jump j join exeat.stream t on t.id = j.stream
                order by j.at desc, j.stream, j.place limit ?
                """;
        return with(
                eyes,
                sql,
                row ->
                        new JumpRow(
                                row.getString("key"),
                                row.getString("number"),
                                row.getInt("traveller"),
                                row.getString("task"),
                                row.getString("unit"),
                                row.getString("account"),
                                row.getString("why"),
                                Sql.instant(row, "at")),
                limit);
    }

    /** One statement with these eyes, and the end of its transaction in the same message. */
    private <T> List<T> with(
            Viewer eyes, String sql, Sql.Mapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        return as(eyes, connection -> Sql.query(connection, sql + END, mapper, values));
    }

    /** What is done as a session's eyes. */
    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    <T> T as(Viewer eyes, Reading<T> reading) throws SQLException {
        try (var connection = database.reader().getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.query(
                        connection,
                        """
                        select set_config('exeat.session', ?, true),
                            set_config('exeat.now', ?, true)
                        """,
                        row -> "",
                        eyes.token().hex(),
                        eyes.now().toString());
                return reading.read(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * Does something while nobody else, in this process or another one, does anything under the
     * same name. It holds a connection meanwhile: who does much at once keeps the number small.
     */
    public <T> T alone(String name, Supplier<T> work) throws SQLException {
        try (var connection = database.reader().getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.query(
                        connection,
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> "",
                        name);
                return work.get();
            } finally {
                connection.rollback();
            }
        }
    }

    public Optional<Stream> byKey(Viewer eyes, String key) throws SQLException {
        return with(eyes, STREAM + "where t.key = ?", ReadStore::whole, key).stream().findFirst();
    }

    /** Those of these that are in sight, in no order. */
    public List<Stream> byKeys(Viewer eyes, Collection<String> keys) throws SQLException {
        Object all = keys.toArray(String[]::new);
        return with(eyes, STREAM + "where t.key = any (?)", ReadStore::whole, all);
    }

    public Optional<Stream> byNumber(Viewer eyes, String number) throws SQLException {
        return with(eyes, STREAM + "where t.number = ?", ReadStore::whole, number).stream()
                .findFirst();
    }

    public Optional<Stream> byPaper(Viewer eyes, String number) throws SQLException {
        var where =
                """
                where t.id = (select p.stream from exeat.paper p where p.number = ?)
                """;
        return with(eyes, STREAM + where, ReadStore::whole, number).stream().findFirst();
    }

    public List<StoredEvent> events(Viewer eyes, String key) throws SQLException {
        var sql =
                """
                select e.sequence, e.type, e.at, e.actor, coalesce(e.authority, '') as authority,
                    e.payload_hash, e.leaf, e.salt, e.sealed, e.blind, e.chain, e.chains
                from exeat.stream t
                join exeat.event e on e.stream = t.id and e.sealed is not null
                where t.key = ? order by e.sequence
                """;
        return with(eyes, sql, ReadStore::past, key);
    }

    /** Where in the log a stream's events are, by their sequence; those that wait have no place. */
    public Map<Long, Long> places(Viewer eyes, String key) throws SQLException {
        var sql =
                """
                select n as sequence, s.place + n - s.first as place from exeat.stream t
                join exeat.ledger_span s on s.stream = t.id
                cross join lateral generate_series(s.first, s.last) n where t.key = ?
                """;
        return bySequence(eyes, sql, row -> row.getLong("place"), key);
    }

    /**
     * What the leaf of each step of a stream says of those before it, by its sequence. Apart from
     * {@link #events}, since hashing it for every step takes long and only proofs need it.
     */
    public Map<Long, String> links(Viewer eyes, String key) throws SQLException {
        var sql =
                """
                select e.sequence, exeat.before_of(e) as before from exeat.stream t
                join exeat.event e on e.stream = t.id where t.key = ?
                """;
        return bySequence(eyes, sql, row -> row.getString("before"), key);
    }

    private <T> Map<Long, T> bySequence(Viewer eyes, String sql, Sql.Mapper<T> value, String key)
            throws SQLException {
        return with(eyes, sql, row -> Map.entry(row.getLong("sequence"), value.map(row)), key)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * A part of a queue, in its order.
     *
     * @param queue empty for everything that waits on the unit
     * @param unit empty for every unit in sight; one of the two is there
     */
    public List<Task> tasks(
            Viewer eyes, Optional<String> queue, Optional<String> unit, Stretch part, int limit)
            throws SQLException {
        var sql =
                """
                select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash,
                    t.state, k.wrapped, w.number, w.traveller, w.task, w.unit, w.since,
                    (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
                        from exeat.traveller_key x where x.stream = t.id) as traveller_keys,
                    nullif(w.due, 'infinity') as due
                from exeat.reading_queue(?, ?, ?, ?, ?, ?, ?, ?) w
                join exeat.stream t on t.id = w.stream
                join exeat.stream_key k on k.stream = t.id
                where w.due <= ?
                order by w.due, w.since, w.number, w.traveller, w.task
                """;
        return with(eyes, sql, ReadStore::task, values(queue, unit, part, limit));
    }

    private static @Nullable Object[] values(
            Optional<String> queue, Optional<String> unit, Stretch part, int limit) {
        var after = part.after();
        return new @Nullable Object[] {
            queue.orElse(null),
            unit.orElse(null),
            after.due(),
            after.since(),
            after.number(),
            after.traveller(),
            after.task(),
            limit,
            part.until()
        };
    }

    /** How many rows a part has, up to the most: counting all would read all. */
    public long count(
            Viewer eyes, Optional<String> queue, Optional<String> unit, Stretch part, int most)
            throws SQLException {
        var sql =
                """
                select count(w.task) as n from exeat.reading_queue(?, ?, ?, ?, ?, ?, ?, ?) w
                where w.due <= ?
                """;
        return with(eyes, sql, row -> row.getLong("n"), values(queue, unit, part, most)).getFirst();
    }

    /** The issues in sight, the newest first. */
    public List<IssueRow> issues(Viewer eyes) throws SQLException {
        var sql =
                """
                select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash,
                    t.state, k.wrapped, i.raised_by, i.holder, i.open
                from exeat.issue i
                join exeat.stream t on t.id = i.stream
                join exeat.stream_key k on k.stream = t.id
                order by t.id desc
                """;
        return as(
                eyes,
                c ->
                        Sql.query(
                                c,
                                sql,
                                row ->
                                        new IssueRow(
                                                stream(row),
                                                row.getString("raised_by"),
                                                row.getString("holder"),
                                                row.getBoolean("open"))));
    }

    /** The alarms in sight, the newest first. */
    public List<Stream> alarms(Viewer eyes, int limit) throws SQLException {
        var sql =
                """
                select t.key, t.version, t.directive_id, t.directive_version, t.directive_hash,
                    t.state, k.wrapped
                from exeat.alarm a
                join exeat.stream t on t.id = a.stream
                join exeat.stream_key k on k.stream = t.id
                order by a.open desc, t.id desc limit ?
                """;
        return as(eyes, c -> Sql.query(c, sql, ReadStore::stream, limit));
    }

    /** The reports of the units in sight on one directive. */
    public List<Stream> reports(Viewer eyes, String directive) throws SQLException {
        var where =
                """
                where t.kind = 'report' and t.directive_id = ? order by t.key
                """;
        return as(eyes, c -> Sql.query(c, STREAM + where, ReadStore::stream, directive));
    }

    /** The units in sight of an officer's session. */
    public List<String> scope(Viewer eyes) throws SQLException {
        return with(
                eyes, "select unnest(exeat.reading_scope()) as unit", row -> row.getString("unit"));
    }

    private static Stream whole(ResultSet row) throws SQLException {
        return stream(row).with(Sql.keys(row));
    }

    private static Stream stream(ResultSet row) throws SQLException {
        return new Stream(
                row.getString("key"),
                row.getLong("version"),
                new DirectiveRef(
                        row.getString("directive_id"),
                        row.getString("directive_version"),
                        row.getString("directive_hash")),
                Sql.bytes(row, "state"),
                Sql.bytes(row, "wrapped"),
                Map.of());
    }

    private static StoredEvent past(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("sequence"),
                row.getString("type"),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("authority"),
                Sql.bytes(row, "payload_hash"),
                Sql.bytes(row, "leaf"),
                Sql.bytes(row, "salt"),
                Sql.bytes(row, "sealed"),
                Optional.ofNullable(Sql.bytesOrNull(row, "blind")),
                Chain.of(row));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                stream(row),
                row.getString("number"),
                row.getInt("traveller"),
                row.getString("task"),
                row.getString("unit"),
                Sql.instant(row, "since"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)));
    }
}
