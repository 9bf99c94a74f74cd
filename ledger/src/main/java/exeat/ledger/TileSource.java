package exeat.ledger;

/** Where a tree's tiles are read: a database, a folder, a map. */
@FunctionalInterface
public interface TileSource {

    /**
     * The hashes of a tile of hashes, one after the other: {@code width} times 32 bytes.
     *
     * @throws IllegalStateException when it is not there
     */
    byte[] read(Tile tile);
}
