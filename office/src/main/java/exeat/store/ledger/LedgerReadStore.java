package exeat.store.ledger;

import exeat.ledger.Tile;
import exeat.ledger.TileSource;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What everybody may read of the log. */
public final class LedgerReadStore {

    private final Database database;

    public LedgerReadStore(Database database) {
        this.database = database;
    }

    /** A published checkpoint, with what witnesses have signed under it. */
    public record Published(long size, String note, List<String> cosignatures) {

        /** The whole note. */
        public String text() {
            return cosignatures.isEmpty() ? note : note + String.join("\n", cosignatures) + "\n";
        }
    }

    private static final String CHECKPOINT =
            """
            select c.size, c.note from exeat.ledger_checkpoint c
            """;

    /** The newest one; empty before the first. */
    public Optional<Published> newest() throws SQLException {
        return checkpoint(CHECKPOINT + "order by c.size desc limit 1");
    }

    /** The newest one that a witness has signed. */
    public Optional<Published> cosigned() throws SQLException {
        return checkpoint(
                CHECKPOINT
                        + """
                        where c.size = (select max(w.size) from exeat.ledger_cosignature w)
                        """);
    }

    /** The one over so many entries. */
    public Optional<Published> over(long size) throws SQLException {
        return checkpoint(CHECKPOINT + "where c.size = ?", size);
    }

    /** How many signatures are looked at to find out who signed lately. */
    private static final int LATELY = 64;

    /** What witnesses have signed lately, one signature each, the newest first. */
    public List<Published> lately() throws SQLException {
        try (var connection = database.reader().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select c.size, c.note, w.line
                    from exeat.ledger_cosignature w
                    join exeat.ledger_checkpoint c on c.size = w.size
                    order by w.size desc, w.at desc limit ?
                    """,
                    row ->
                            new Published(
                                    row.getLong("size"),
                                    row.getString("note"),
                                    List.of(row.getString("line"))),
                    LATELY);
        }
    }

    private Optional<Published> checkpoint(String sql, Object... values) throws SQLException {
        try (var connection = database.reader().getConnection()) {
            var found =
                    Sql.one(
                            connection,
                            sql,
                            row ->
                                    new Published(
                                            row.getLong("size"), row.getString("note"), List.of()),
                            values);
            if (found.isEmpty()) {
                return found;
            }
            var lines =
                    Sql.query(
                            connection,
                            """
                            select line from exeat.ledger_cosignature where size = ?
                            order by at, line
                            """,
                            row -> row.getString("line"),
                            found.get().size());
            return Optional.of(new Published(found.get().size(), found.get().note(), lines));
        }
    }

    /** The hashes of a tile; empty when it is not there, or not so wide yet. */
    public Optional<byte[]> tile(Tile tile) throws SQLException {
        try (var connection = database.reader().getConnection()) {
            return LogTiles.read(connection, tile);
        }
    }

    /** The entries of a bundle; empty when they are not all there. */
    public Optional<List<byte[]>> entries(Tile bundle) throws SQLException {
        try (var connection = database.reader().getConnection()) {
            return LogTiles.entries(connection, bundle);
        }
    }

    /** The tiles as proofs read them. */
    public TileSource source() {
        return tile -> {
            try {
                return tile(tile)
                        .orElseThrow(
                                () -> new IllegalStateException("the log has no " + tile.path()));
            } catch (SQLException failed) {
                throw new IllegalStateException("the log's tiles cannot be read", failed);
            }
        };
    }
}
