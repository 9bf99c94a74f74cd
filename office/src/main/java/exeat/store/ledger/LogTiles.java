package exeat.store.ledger;

import exeat.ledger.Hash;
import exeat.ledger.Tile;
import exeat.store.database.Sql;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The tiles of the log. Of its entries' own hashes only whole tiles are stored; the last ones are
 * made of the entries, since a tile that grows would be written again with each command.
 */
public final class LogTiles {

    private LogTiles() {}

    /** Whether this tile is stored, and not made when it is read. */
    public static boolean isStored(Tile tile) {
        return tile.level() > 0 || tile.isWhole();
    }

    /** The tile over these entries, all that it has. */
    public static byte[] of(List<byte[]> entries) {
        var hashes = new ByteArrayOutputStream(entries.size() * Hash.LENGTH);
        entries.forEach(entry -> hashes.writeBytes(Hash.leaf(entry).bytes()));
        return hashes.toByteArray();
    }

    /** The hashes of a tile; empty when it is not there, or not so wide yet. */
    static Optional<byte[]> read(Connection connection, Tile tile) throws SQLException {
        return isStored(tile)
                ? stored(connection, tile)
                : entries(connection, tile).map(LogTiles::of);
    }

    /** The entries under a tile of the lowest level, or in a bundle; empty if some are missing. */
    static Optional<List<byte[]>> entries(Connection connection, Tile tile) throws SQLException {
        var entries =
                Sql.query(
                        connection,
                        "select entry from exeat.ledger_entries(?, ?)",
                        row -> row.getBytes("entry"),
                        tile.index() * Tile.WIDTH,
                        tile.width());
        return entries.size() == tile.width() ? Optional.of(entries) : Optional.empty();
    }

    private static Optional<byte[]> stored(Connection connection, Tile tile) throws SQLException {
        int length = tile.width() * Hash.LENGTH;
        return Sql.one(
                        connection,
                        """
                        select substring(hashes from 1 for ?) as part from exeat.ledger_tile
                        where level = ? and n = ?
                        """,
                        row -> row.getBytes("part"),
                        length,
                        tile.level(),
                        tile.index())
                .filter(bytes -> bytes.length == length);
    }
}
