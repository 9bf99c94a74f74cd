package exeat.store.ledger;

import exeat.ledger.Tile;
import exeat.ledger.TileSource;
import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sequencer's SQL. Its role can call these functions and read tiles, and nothing else. */
public final class SequencerStore {

    private final Database database;

    SequencerStore(Database database) {
        this.database = database;
    }

    /** A row of the queue. */
    record Waiting(long id, Bytes entry) {}

    /** A published checkpoint. */
    record Published(long size, String note) {}

    /**
     * What is not in the log yet.
     *
     * @param oldest when the first of it came in
     */
    record Lag(long waiting, Optional<Instant> oldest) {}

    /** What is done in one transaction, by the only sequencer that is at work. */
    interface Turn<T> {
        T take(Connection connection) throws SQLException;
    }

    /** Takes a turn; empty, and nothing done, while another sequencer has it. */
    <T> Optional<T> turn(Turn<T> turn) throws SQLException {
        try (var connection = database.sequencer().getConnection()) {
            return Sql.transaction(
                    connection,
                    c ->
                            flag(c, "select exeat.ledger_turn() as it")
                                    ? Optional.of(turn.take(c))
                                    : Optional.empty());
        }
    }

    private static boolean flag(Connection connection, String sql, Object... values)
            throws SQLException {
        return Sql.one(connection, sql, row -> row.getBoolean("it"), values).orElse(false);
    }

    /** Whether this is the key with which the log began; the first one is. */
    boolean isOwn(Connection connection, String verifier) throws SQLException {
        return flag(connection, "select exeat.ledger_own(?) as it", verifier);
    }

    /** Whether something was ever placed or signed with a key. */
    boolean hasBegun(Connection connection) throws SQLException {
        return flag(
                connection,
                "select exeat.ledger_size() > 0 or exists (select 1 from exeat.ledger_newest())"
                        + " as it");
    }

    long size(Connection connection) throws SQLException {
        return Sql.one(connection, "select exeat.ledger_size() as n", row -> row.getLong("n"))
                .orElse(0L);
    }

    Optional<Published> newest(Connection connection) throws SQLException {
        return Sql.one(
                connection,
                "select size, note from exeat.ledger_newest()",
                row -> new Published(row.getLong("size"), row.getString("note")));
    }

    TileSource tiles(Connection connection) {
        return tile -> read(connection, tile);
    }

    public static byte[] read(Connection connection, Tile tile) {
        try {
            return LogTiles.read(connection, tile)
                    .orElseThrow(() -> new IllegalStateException("the log has no " + tile.path()));
        } catch (SQLException failed) {
            throw new IllegalStateException("the log's tiles cannot be read", failed);
        }
    }

    List<Waiting> waiting(Connection connection, int limit) throws SQLException {
        return Sql.query(
                connection,
                "select id, entry from exeat.ledger_waiting(?)",
                row -> new Waiting(row.getLong("id"), Sql.bytes(row, "entry")),
                limit);
    }

    void place(Connection connection, long size, List<Waiting> rows, Map<Tile, byte[]> tiles)
            throws SQLException {
        var order = tiles.keySet().stream().filter(LogTiles::isStored).toList();
        try (var call = connection.prepareStatement("select exeat.ledger_place(?, ?, ?, ?, ?)")) {
            call.setLong(1, size);
            call.setObject(2, rows.stream().mapToLong(Waiting::id).toArray());
            call.setObject(3, order.stream().mapToInt(Tile::level).toArray());
            call.setObject(4, order.stream().mapToLong(Tile::index).toArray());
            var hashes = order.stream().map(tiles::get).toArray(byte[][]::new);
            call.setArray(5, connection.createArrayOf("bytea", hashes));
            call.execute();
        }
    }

    /** How many commands these entries are of. */
    long commands(Connection connection, long from, long to) throws SQLException {
        return Sql.one(
                        connection,
                        "select exeat.ledger_commands(?, ?) as n",
                        row -> row.getLong("n"),
                        from,
                        to)
                .orElse(0L);
    }

    void publish(Connection connection, long size, String note, Instant now) throws SQLException {
        Sql.run(connection, "select exeat.ledger_publish(?, ?, ?)", size, note, now);
    }

    Lag lag() throws SQLException {
        try (var connection = database.sequencer().getConnection()) {
            return Sql.one(
                            connection,
                            "select waiting, oldest from exeat.ledger_lag()",
                            row ->
                                    new Lag(
                                            row.getLong("waiting"),
                                            row.getLong("waiting") == 0
                                                    ? Optional.empty()
                                                    : Optional.of(Sql.instant(row, "oldest"))))
                    .orElseThrow();
        }
    }

    /** Keeps lines of witnesses under a checkpoint; says how many were not there yet. */
    long cosign(long size, List<String> lines, Instant now) throws SQLException {
        try (var connection = database.sequencer().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.ledger_cosign(?, ?, ?) as n",
                            row -> row.getLong("n"),
                            size,
                            lines.toArray(String[]::new),
                            now)
                    .orElse(0L);
        }
    }
}
