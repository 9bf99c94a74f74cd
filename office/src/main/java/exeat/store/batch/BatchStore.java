package exeat.store.batch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.rules.document.DirectiveRef;
import exeat.store.Bytes;
import exeat.store.ColumnNames;
import exeat.store.Columns;
import exeat.store.database.Database;
import exeat.store.database.OutcomeUnknownException;
import exeat.store.database.Sql;
import exeat.store.ledger.Chain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The writer's two round trips: loading what a batch of commands needs, and writing the results.
 * Each is one call of one function, and the second is one transaction: after a crash there all of
 * it is there or none.
 */
public final class BatchStore {

    private static final JsonMapper JSON = ColumnNames.mapper();
    private static final TypeReference<List<Payload>> PAYLOADS = new TypeReference<>() {};

    private final Database database;
    private final SharedColumns told = new SharedColumns();

    public BatchStore(Database database) {
        this.database = database;
    }

    /**
     * What one command needs to know.
     *
     * @param session SHA-256 of the token
     * @param claim whether it is a claim to protection, which may be made with any officer
     * @param erases whether it may erase, and has to know what there is
     * @param known the last leaf of the stream as the writer remembers it; null where it does not
     */
    public record LoadItem(
            int ord,
            Bytes session,
            String stream,
            String kind,
            String key,
            boolean claim,
            boolean erases,
            @Nullable Bytes known) {}

    /** Who acts, by the session's row. */
    public record SessionRow(
            String kind,
            String account,
            String unit,
            String function,
            String directive,
            boolean lawyer,
            String acting,
            boolean absent,
            Set<String> tied,
            Set<String> briefed,
            String caseKey,
            int traveller,
            String principal) {}

    /**
     * A stream as it is stored; sealed.
     *
     * @param last when its last event happened
     */
    public record Stored(
            long version,
            Instant last,
            DirectiveRef directive,
            Bytes state,
            Bytes wrapped,
            Map<Integer, Bytes> travellerKeys) {
        public Stored {
            travellerKeys = Map.copyOf(travellerKeys);
        }
    }

    public record Payload(long sequence, Bytes sealed) {
        @com.fasterxml.jackson.annotation.JsonCreator
        static Payload of(
                @com.fasterxml.jackson.annotation.JsonProperty("sequence") long sequence,
                @com.fasterxml.jackson.annotation.JsonProperty("sealed") String sealed) {
            return new Payload(sequence, Bytes.fromBase64(sealed));
        }
    }

    /** The answer that this key has already. */
    public record StoredReply(
            Bytes commandHash,
            long first,
            long last,
            Bytes leaf,
            Instant at,
            List<Payload> payloads,
            Optional<Bytes> wrapped,
            Map<Integer, Bytes> travellerKeys) {
        public StoredReply {
            travellerKeys = Map.copyOf(travellerKeys);
        }
    }

    /**
     * What is known for one command.
     *
     * @param who empty when the session has ended
     * @param exists whether the stream has events, seen or not
     * @param known whether the writer may see it, and remembers it as it is
     * @param stored empty when it is known, has no events, or may not be seen
     * @param past every payload that is still there, for a command that may erase
     */
    public record Loaded(
            int ord,
            Optional<SessionRow> who,
            boolean mayWrite,
            boolean exists,
            boolean known,
            Optional<Stored> stored,
            Optional<StoredReply> answered,
            List<Payload> past) {
        public Loaded {
            past = List.copyOf(past);
        }
    }

    /**
     * A batch.
     *
     * @param acknowledged the units that have acknowledged, by directive id
     * @param tenures what is in force when, by directive id, as it was written
     */
    public record Batch(
            Map<Integer, Loaded> rows,
            Map<String, Set<String>> acknowledged,
            Map<String, String> tenures) {}

    public Batch load(Instant now, List<LoadItem> wanted) throws SQLException {
        var rows = new HashMap<Integer, Loaded>();
        var acknowledged = new HashMap<String, Set<String>>();
        var tenures = new HashMap<String, String>();
        var sql =
                """
                select ord, session_kind, account, unit, function, account_directive, lawyer, acting,
                    absent, tied, briefed,
                    session_case, traveller, principal, may_write, stream_exists, version, known, last_at,
                    directive_id, directive_version, directive_hash, state, wrapped,
                    traveller_keys, answered,
                    answer_first, answer_last, answer_leaf, answer_at, answer_payloads,
                    acknowledged, tenures, past
                from exeat.load_batch(?::jsonb)
                """;
        try (var connection = database.writer().getConnection()) {
            Sql.query(
                            connection,
                            sql,
                            row -> {
                                acknowledged.putAll(told.acknowledged(row));
                                tenures.putAll(told.tenures(row));
                                return loaded(row);
                            },
                            json(LoadRequest.of(wanted).json(now)))
                    .forEach(row -> rows.put(row.ord(), row));
        }
        return new Batch(rows, acknowledged, tenures);
    }

    private static Loaded loaded(ResultSet row) throws SQLException {
        boolean exists = row.getBoolean("stream_exists");
        var state = Sql.bytesOrNull(row, "state");
        var wrapped = Sql.bytesOrNull(row, "wrapped");
        var keys = Sql.keys(row);
        Optional<Stored> stored =
                !exists || state == null || wrapped == null
                        ? Optional.empty()
                        : Optional.of(
                                new Stored(
                                        row.getLong("version"),
                                        Sql.instant(row, "last_at"),
                                        new DirectiveRef(
                                                row.getString("directive_id"),
                                                row.getString("directive_version"),
                                                row.getString("directive_hash")),
                                        state,
                                        wrapped,
                                        keys));
        return new Loaded(
                row.getInt("ord"),
                who(row),
                row.getBoolean("may_write"),
                exists,
                row.getBoolean("known"),
                stored,
                answered(row, wrapped, keys),
                past(row));
    }

    private static List<Payload> past(ResultSet row) throws SQLException {
        var past = row.getString("past");
        return past == null ? List.of() : read(past, PAYLOADS);
    }

    private static Optional<SessionRow> who(ResultSet row) throws SQLException {
        var kind = row.getString("session_kind");
        if (kind == null) {
            return Optional.empty();
        }
        var briefed = row.getArray("briefed");
        var tied = row.getArray("tied");
        return Optional.of(
                new SessionRow(
                        kind,
                        text(row, "account"),
                        text(row, "unit"),
                        text(row, "function"),
                        text(row, "account_directive"),
                        row.getBoolean("lawyer"),
                        text(row, "acting"),
                        row.getBoolean("absent"),
                        tied == null ? Set.of() : Set.of((String[]) tied.getArray()),
                        briefed == null ? Set.of() : Set.of((String[]) briefed.getArray()),
                        text(row, "session_case"),
                        row.getInt("traveller"),
                        text(row, "principal")));
    }

    private static Optional<StoredReply> answered(
            ResultSet row, @Nullable Bytes wrapped, Map<Integer, Bytes> keys) throws SQLException {
        var hash = Sql.bytesOrNull(row, "answered");
        if (hash == null) {
            return Optional.empty();
        }
        return Optional.of(
                new StoredReply(
                        hash,
                        row.getLong("answer_first"),
                        row.getLong("answer_last"),
                        Sql.bytes(row, "answer_leaf"),
                        Sql.instant(row, "answer_at"),
                        read(row.getString("answer_payloads"), PAYLOADS),
                        Optional.ofNullable(wrapped),
                        keys));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    /**
     * An event to be written.
     *
     * @param chain in whose chain it stands; only of a case
     */
    public record NewEvent(
            String type, Bytes payloadHash, Bytes salt, Bytes sealed, Optional<Chain> chain) {}

    @Columns("traveller queue task unit since due")
    public record Work(
            int traveller,
            String queue,
            String task,
            String unit,
            String since,
            @Nullable String due) {}

    @Columns("authority measure began due n")
    public record Cell(
            String authority, String measure, String began, @Nullable String due, long n) {}

    /**
     * What becomes of a person's secret.
     *
     * @param hash of a new one; null where the one that waits is not to be
     * @param worksFrom from when a new one works that waits; null where it works at once
     */
    public record Secret(int traveller, @Nullable Bytes hash, @Nullable String worksFrom) {}

    @Columns("directive unit")
    public record BriefedUnit(String directive, String unit) {}

    @Columns("directive officer edition")
    public record BriefedOfficer(String directive, String officer, String edition) {}

    @Columns("raised_by holder open")
    public record Issue(
            @com.fasterxml.jackson.annotation.JsonProperty("raised_by") String raisedBy,
            String holder,
            boolean open) {}

    /**
     * What became of one command.
     *
     * @param expected the version on which it was decided; another one is a conflict
     * @param hash of the command
     * @param due the first day on which the clock must look; null for none
     * @param at when its events happened
     * @param authorities all units that see it; null where they are as before
     * @param work what is to do now and was not before, or was otherwise
     * @param gone what was to do and is not any more
     */
    public record Row(
            int ord,
            Bytes session,
            String stream,
            String kind,
            long expected,
            String key,
            Bytes hash,
            String directiveId,
            String directiveVersion,
            String directiveHash,
            @Nullable String holder,
            @Nullable String number,
            @Nullable String due,
            Bytes state,
            @Nullable Bytes wrapped,
            String at,
            List<NewEvent> events,
            @Nullable Set<String> authorities,
            List<Work> work,
            List<Work> gone,
            List<Cell> cells,
            List<Secret> secrets,
            Set<String> papers,
            List<BriefedUnit> briefedUnits,
            List<BriefedOfficer> briefedOfficers,
            List<Issue> issues,
            List<Tenure> tenures,
            List<Signature> signatures,
            List<TravellerKey> travellerKeys,
            @Nullable List<Duty> duties,
            List<Jump> jumps,
            @Nullable ErasureRow erase,
            List<Alarm> alarms,
            List<ClarificationRow> clarifications,
            List<NoticeRow> notices) {}

    /**
     * Somebody is away, or stood in for; all that there is of them, or nothing where none changed.
     */
    @Columns("kind number account other begins ends")
    public record Duty(
            String kind, int number, String account, String other, String begins, String ends) {}

    /** A file that was taken before others. */
    @Columns("place traveller task unit account why")
    public record Jump(
            int place, int traveller, String task, String unit, String account, String why) {}

    /**
     * A traveller's own key.
     *
     * @param units whose officers may have it
     * @param parties the numbers of those in the application who may have it
     */
    public record TravellerKey(
            int traveller, Bytes wrapped, Set<String> units, Set<Integer> parties) {}

    /** Who has to answer an alarm, and by when. */
    @Columns("holder open due")
    public record Alarm(String holder, boolean open, String due) {}

    /** What is in force when, as JSON. */
    @Columns("directive tenure")
    public record Tenure(String directive, @JsonRawValue String tenure) {}

    /** A lawyer's signature under a pair of a paragraph and a rule. */
    @Columns("directive pair account at")
    public record Signature(String directive, String pair, String account, String at) {}

    /**
     * Writes a batch, row by row or not, and says what became of each, in the order of the rows.
     *
     * @throws OutcomeUnknownException when it was written whole or not at all
     */
    public List<WriteResult> append(Instant now, int stripe, List<Row> rows) throws SQLException {
        var sql = "select ord, verdict, leaf from exeat.append_batch(?::jsonb, ?, ?)";
        var flat = new FlatBatch(rows);
        try (var connection = database.writer().getConnection()) {
            var written =
                    Sql.query(
                            connection,
                            sql,
                            row ->
                                    new WriteResult(
                                            row.getInt("ord"),
                                            WriteVerdict.valueOf(
                                                    row.getString("verdict")
                                                            .toUpperCase(Locale.ROOT)),
                                            Optional.ofNullable(Sql.bytesOrNull(row, "leaf"))),
                            json(flat.json(now, stripe)),
                            flat.states(),
                            flat.sealed());
            return written.stream().sorted(Comparator.comparingInt(WriteResult::ord)).toList();
        }
    }

    /**
     * Returns once everything that was visible before is confirmed, which is more than visible
     * where the server waits for a standby: by a commit of its own that comes after.
     *
     * @throws OutcomeUnknownException when that is not known
     */
    public void confirm() throws SQLException {
        var sql = "select pg_logical_emit_message(true, 'exeat', '') as it";
        try (var connection = database.writer().getConnection()) {
            Sql.query(connection, sql, row -> "");
        }
    }

    /** A day as the functions read it. */
    public static @Nullable String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a batch cannot be written as JSON", broken);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the database's JSON cannot be read", broken);
        }
    }
}
