package exeat.store.rows;

import exeat.rules.document.DirectiveRef;
import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the watchers' job reads, and the looks that it took. */
public final class AnomalyStore {

    private final Database database;

    public AnomalyStore(Database database) {
        this.database = database;
    }

    /** A case's events; sealed. */
    public record WatchedEvent(
            String key,
            long version,
            DirectiveRef directive,
            Bytes wrapped,
            Map<Integer, Bytes> travellerKeys,
            long sequence,
            Instant at,
            Bytes sealed) {}

    /**
     * A look that was taken.
     *
     * @param tests how many tests were made
     * @param alarms how many of them stood out
     */
    public record RunTotals(LocalDate day, int tests, int alarms) {}

    /** Whether this look is to be taken now; nobody else takes it then. */
    public boolean begin(String directive, LocalDate day) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_look_begin(?, ?) as mine",
                            row -> row.getBoolean("mine"),
                            directive,
                            day)
                    .orElse(false);
        }
    }

    /** The look is done; or, without a number, it failed and is to be taken again. */
    public void end(String directive, LocalDate day, Optional<RunTotals> look) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_look_end(?, ?, ?::int, ?::int)",
                    directive,
                    day,
                    look.map(RunTotals::tests).orElse(null),
                    look.map(RunTotals::alarms).orElse(null));
        }
    }

    public Optional<RunTotals> last(String directive) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                    connection,
                    "select day, tests, alarms from exeat.clerk_last_look(?)",
                    row ->
                            new RunTotals(
                                    row.getObject("day", LocalDate.class),
                                    row.getInt("tests"),
                                    row.getInt("alarms")),
                    directive);
        }
    }

    /** Alarms that nobody answered by their day. */
    public List<String> late(LocalDate today) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key from exeat.clerk_late_alarms(?)",
                    row -> row.getString("key"),
                    today);
        }
    }

    /** The keys of the next cases with something to see. */
    public List<String> watched(String directive, Instant since, String after, int limit)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key from exeat.clerk_watched(?, ?, ?, ?)",
                    row -> row.getString("key"),
                    directive,
                    since,
                    after,
                    limit);
        }
    }

    /** Every event of these cases, in order; nothing for a session that is not the clock's. */
    public List<WatchedEvent> events(Bytes session, Instant now, List<String> keys)
            throws SQLException {
        var sql =
                """
                select key, version, directive_id, directive_version, directive_hash, wrapped,
                    traveller_keys::text, sequence, at, sealed
                from exeat.watch_events(?, ?, ?)
                """;
        Object texts = keys.toArray(String[]::new);
        try (var connection = database.writer().getConnection()) {
            return new ArrayList<>(
                    Sql.query(connection, sql, AnomalyStore::past, session, now, texts));
        }
    }

    private static WatchedEvent past(ResultSet row) throws SQLException {
        return new WatchedEvent(
                row.getString("key"),
                row.getLong("version"),
                new DirectiveRef(
                        row.getString("directive_id"),
                        row.getString("directive_version"),
                        row.getString("directive_hash")),
                Sql.bytes(row, "wrapped"),
                Vault.keys(Optional.ofNullable(row.getString("traveller_keys")).orElse("")),
                row.getLong("sequence"),
                Sql.instant(row, "at"),
                Sql.bytes(row, "sealed"));
    }
}
