package exeat.store.audit;

import exeat.ledger.EntryBundle;
import exeat.ledger.Tile;
import exeat.ledger.verify.LogFiles;
import exeat.rules.document.DirectiveRef;
import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.key.Keys;
import exeat.store.ledger.Chain;
import exeat.store.ledger.LogTiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Every row there is, for an audit. It only reads, on a connection that others own. */
public final class AuditStore {

    private final Connection connection;

    AuditStore(Connection connection) {
        this.connection = connection;
    }

    /** What is done with an audit's store. */
    public interface Work<T> {
        T with(AuditStore store) throws SQLException, IOException;
    }

    /** Reads as the owner, in one transaction, so that it sees one moment. */
    public static <T> T of(Database database, Work<T> work) throws SQLException, IOException {
        try (var owner = database.owner()) {
            owner.setAutoCommit(false);
            owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.with(new AuditStore(owner));
        }
    }

    /** What is done as the superuser, and what an audit then reads. */
    public interface InVain<T> {
        T with(Connection superuser, AuditStore store) throws SQLException, IOException;
    }

    /**
     * Reads what was done before in the same transaction, by the superuser of the embedded database
     * whose password the keys hold; that transaction is never committed.
     */
    public static <T> T inVain(Database database, Keys keys, InVain<T> work)
            throws SQLException, IOException {
        var password = keys.secret("superuser.password").base64();
        try (var superuser = database.as("postgres", password)) {
            superuser.setAutoCommit(false);
            try {
                return work.with(superuser, new AuditStore(superuser));
            } finally {
                superuser.rollback();
            }
        }
    }

    /** A stream's row; sealed. */
    public record Stream(
            long id,
            String key,
            String kind,
            long version,
            DirectiveRef directive,
            Optional<String> holder,
            Optional<String> number,
            Optional<LocalDate> due,
            Bytes state,
            Optional<Bytes> wrapped,
            Map<Integer, Bytes> travellerKeys) {
        public Stream {
            travellerKeys = Map.copyOf(travellerKeys);
        }
    }

    /**
     * An event's row with what lies beside it, where that is there.
     *
     * @param place in the log; empty while it waits for one
     * @param chain in whose chain of its case it stands
     */
    public record AuditedEvent(
            long sequence,
            String type,
            Instant at,
            String actor,
            String authority,
            Bytes payloadHash,
            Bytes leaf,
            Optional<Bytes> salt,
            Optional<Bytes> sealed,
            OptionalLong place,
            Optional<Bytes> blind,
            Chain chain) {}

    /** Where something stands, and what stands there. */
    public record Line(String where, String text) {}

    /** The tables that an index does not lead to, each with that index and what is wrong. */
    public List<IndexScans.Fault> indexes() throws SQLException {
        return IndexScans.of(connection);
    }

    /** Streams in the order of their ids, the next ones after one. */
    public List<Stream> streams(long after, int limit) throws SQLException {
        return streams("t.id > ? order by t.id limit ?", after, limit);
    }

    /** Those of what units reported. */
    public List<Stream> reports() throws SQLException {
        return streams("t.kind = 'report' order by t.id");
    }

    private List<Stream> streams(String which, Object... values) throws SQLException {
        var sql =
                """
                select t.id, t.key, t.kind, t.version, t.directive_id, t.directive_version,
                    t.directive_hash, t.holder, t.number, t.due, t.state, k.wrapped,
                    (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
                        from exeat.traveller_key x where x.stream = t.id) as traveller_keys
                from exeat.stream t left join exeat.stream_key k on k.stream = t.id
                where\s
                """;
        return Sql.query(connection, sql + which, AuditStore::stream, values);
    }

    private static Stream stream(ResultSet row) throws SQLException {
        return new Stream(
                row.getLong("id"),
                row.getString("key"),
                row.getString("kind"),
                row.getLong("version"),
                new DirectiveRef(
                        row.getString("directive_id"),
                        row.getString("directive_version"),
                        row.getString("directive_hash")),
                Optional.ofNullable(row.getString("holder")),
                Optional.ofNullable(row.getString("number")),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                Sql.bytes(row, "state"),
                Optional.ofNullable(Sql.bytesOrNull(row, "wrapped")),
                Sql.keys(row));
    }

    public List<AuditedEvent> events(long stream) throws SQLException {
        var sql =
                """
                select e.sequence, e.type, e.at, e.actor, coalesce(e.authority, '') as authority,
                    e.payload_hash, e.leaf, e.blind, e.chain, e.chains, e.salt, e.sealed,
                    case when e.sequence <= s.last then s.place + e.sequence - s.first end as place
                from exeat.event e
                left join lateral (select x.place, x.first, x.last from exeat.ledger_span x
                    where x.stream = e.stream and x.first <= e.sequence
                    order by x.first desc limit 1) s on true
                where e.stream = ? order by e.sequence
                """;
        return Sql.query(
                connection,
                sql,
                row ->
                        new AuditedEvent(
                                row.getLong("sequence"),
                                row.getString("type"),
                                Sql.instant(row, "at"),
                                row.getString("actor"),
                                row.getString("authority"),
                                Sql.bytes(row, "payload_hash"),
                                Sql.bytes(row, "leaf"),
                                Optional.ofNullable(Sql.bytesOrNull(row, "salt")),
                                Optional.ofNullable(Sql.bytesOrNull(row, "sealed")),
                                place(row),
                                Optional.ofNullable(Sql.bytesOrNull(row, "blind")),
                                Chain.of(row)),
                stream);
    }

    private static OptionalLong place(ResultSet row) throws SQLException {
        long place = row.getLong("place");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** The rows of tables that are worked out of one stream's events; named by their table. */
    public List<Line> derived(long stream) throws SQLException {
        var lines = new ArrayList<Line>();
        for (var table : DerivedRows.values()) {
            lines.addAll(
                    Sql.query(
                            connection,
                            table.sql(),
                            row -> new Line(table.word(), row.getString("text")),
                            stream));
        }
        return lines;
    }

    /** A batch of looks, as its event should say it. */
    public String looks(long sequence) throws SQLException {
        return Sql.one(
                        connection,
                        "select exeat.look_text(?) as text",
                        row -> row.getString("text"),
                        sequence)
                .orElse("");
    }

    /** The Monday before which weeks are folded into one; empty where none are. */
    public Optional<LocalDate> foldedBefore() throws SQLException {
        return Sql.one(
                connection,
                "select before from exeat.report_fold",
                row -> row.getObject("before", LocalDate.class));
    }

    /** What is counted in reports; nothing where no row says it. */
    public Set<String> measures() throws SQLException {
        return Sql.query(
                        connection,
                        "select unnest(measures) as measure from exeat.projection",
                        row -> row.getString("measure"))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Counters: where they count, and how far; by weeks but for what waits. */
    public List<Line> cells() throws SQLException {
        return lines(
                """
                select concat_ws(chr(31), directive, authority, measure, day, due) as place,
                    sum(n)::text as text
                from (select c.directive, c.authority, c.measure, c.due, c.n,
                        case when c.measure = 'WAITING' then c.began
                            when c.began < f.before then '0001-01-01'
                            else date_trunc('week', c.began)::date end as day
                    from exeat.report_cell c
                    join exeat.projection p on p.version = c.version
                    left join exeat.report_fold f on true) x
                group by directive, authority, measure, day, due having sum(n) <> 0
                """);
    }

    public List<Line> briefedUnits() throws SQLException {
        return lines("select directive as place, authority as text from exeat.briefed_unit");
    }

    public List<Line> briefedOfficers() throws SQLException {
        return lines(
                """
                select directive as place, concat_ws(chr(31), account, edition) as text
                from exeat.briefed_officer
                """);
    }

    /** By what a traveller is found; the key's number is empty where it still has to be made. */
    public record SearchRow(int traveller, String key, List<Long> tokens) {
        public SearchRow {
            tokens = List.copyOf(tokens);
        }
    }

    /** Those of a case. */
    public List<SearchRow> searched(long stream) throws SQLException {
        return Sql.query(
                connection,
                "select traveller, key, tokens from exeat.search_person where stream = ?",
                row ->
                        new SearchRow(
                                row.getInt("traveller"),
                                row.getString("key"),
                                List.of((Long[]) row.getArray("tokens").getArray())),
                stream);
    }

    /** Which version of a directive is in force when, in JSON. */
    public List<Line> tenures() throws SQLException {
        return lines("select directive as place, tenure::text as text from exeat.directive_tenure");
    }

    /** Who signed which pair of a paragraph and a rule. */
    public List<Line> signatures() throws SQLException {
        return lines(
                """
                select directive as place, concat_ws(chr(31), pair, account) as text
                from exeat.directive_signature
                """);
    }

    /** The trees of the directives as they are stored: by hash, a line a unit. */
    public List<Line> authorities() throws SQLException {
        return lines(
                """
                select directive as place, concat_ws(chr(31), id, coalesce(parent, chr(29)),
                    function, place, border_post) as text
                from exeat.authority
                """);
    }

    /** Every stored directive: its hash, and its id. */
    public List<Line> directives() throws SQLException {
        return lines("select hash as place, id || ' ' || files as text from exeat.directive");
    }

    /** A pack's files, by name. */
    public Map<String, byte[]> files(String hash) throws SQLException {
        return content("select path, content from exeat.directive_file where directive = ?", hash);
    }

    private Map<String, byte[]> content(String sql, String hash) throws SQLException {
        var files = new HashMap<String, byte[]>();
        Sql.query(
                        connection,
                        sql,
                        row -> Map.entry(row.getString("path"), row.getBytes("content")),
                        hash)
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    /** Every draft that is kept: its hash, and its id. */
    public List<Line> drafts() throws SQLException {
        return lines("select hash as place, id as text from exeat.draft");
    }

    /** A draft's files, by name. */
    public Map<String, byte[]> draftFiles(String hash) throws SQLException {
        return content("select path, content from exeat.draft_file where draft = ?", hash);
    }

    /** What an event of the auditors' stream must say, worked out of the row that it wrote. */
    public String audited(long sequence) throws SQLException {
        return Sql.one(
                        connection,
                        "select exeat.audit_text(?) as text",
                        row -> row.getString("text"),
                        sequence)
                .orElse("");
    }

    /** Rows that point at what is not there or is something else; the table stands first. */
    public List<Line> broken() throws SQLException {
        return lines(BrokenRows.SQL);
    }

    /** Every checkpoint that was published, the oldest first; the newest is the last. */
    public List<String> checkpoints() throws SQLException {
        return Sql.query(
                connection,
                "select note from exeat.ledger_checkpoint order by size",
                row -> row.getString("note"));
    }

    /** The key that the database says the log has; empty before the first checkpoint. */
    public Optional<String> verifier() throws SQLException {
        return Sql.one(
                connection,
                "select verifier from exeat.ledger_key",
                row -> row.getString("verifier"));
    }

    /** The log as it lies in the tables, read apart from what serves it. */
    public LogFiles files() {
        return path -> {
            try {
                if (path.equals("checkpoint")) {
                    var notes = checkpoints();
                    return notes.isEmpty()
                            ? Optional.empty()
                            : Optional.of(notes.getLast().getBytes(StandardCharsets.UTF_8));
                }
                var tile = Tile.parse(path).orElseThrow(() -> new IOException(path));
                return tile.level() == Tile.ENTRIES ? bundle(tile) : hashes(tile);
            } catch (SQLException failed) {
                throw new IOException(path, failed);
            }
        };
    }

    private Optional<byte[]> bundle(Tile tile) throws SQLException {
        return entries(tile).map(EntryBundle::encode);
    }

    private Optional<List<byte[]>> entries(Tile tile) throws SQLException {
        var entries =
                Sql.query(
                        connection,
                        """
                        select entry from exeat.ledger_placed(?, ?) order by place
                        """,
                        row -> row.getBytes("entry"),
                        tile.index() * Tile.WIDTH,
                        tile.index() * Tile.WIDTH + tile.width());
        return entries.size() == tile.width() ? Optional.of(entries) : Optional.empty();
    }

    private Optional<byte[]> hashes(Tile tile) throws SQLException {
        if (!LogTiles.isStored(tile)) {
            return entries(tile).map(LogTiles::of);
        }
        return Sql.one(
                connection,
                "select hashes from exeat.ledger_tile where level = ? and n = ?",
                row -> row.getBytes("hashes"),
                tile.level(),
                tile.index());
    }

    /** Every object of the schema, and who may use it. */
    public List<Line> catalogue() throws SQLException {
        return Catalogue.of(connection);
    }

    /** Which migrations made the schema. */
    public List<Line> history() throws SQLException {
        return SchemaHistory.of(connection);
    }

    /** Who may act and who may look. */
    public AccountRows accounts() {
        return new AccountRows(connection);
    }

    private List<Line> lines(String sql) throws SQLException {
        return lines(connection, sql);
    }

    static List<Line> lines(Connection connection, String sql) throws SQLException {
        return Sql.query(
                connection, sql, row -> new Line(row.getString("place"), row.getString("text")));
    }
}
