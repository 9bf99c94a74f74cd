package exeat.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree as its right edge, which is enough to append to it and to compute its root. Immutable;
 * appending returns a new tree and the changed tiles.
 */
public final class MerkleTree {

    private final long size;

    /** At each level the hashes of its last, partial tile; empty where that level ends with one. */
    private final List<List<Hash>> edge;

    private MerkleTree(long size, List<List<Hash>> edge) {
        this.size = size;
        this.edge = edge;
    }

    public static MerkleTree empty() {
        return new MerkleTree(0, List.of());
    }

    /** The tree of that size whose tiles are there. */
    public static MerkleTree load(long size, TileSource tiles) {
        var edge = new ArrayList<List<Hash>>();
        for (int level = 0; Tile.across(level, size) > 0; level++) {
            long across = Tile.across(level, size);
            edge.add(
                    across % Tile.WIDTH == 0
                            ? List.of()
                            : hashes(tiles.read(Tile.holding(level, across - 1, size))));
        }
        return new MerkleTree(size, List.copyOf(edge));
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    public Hash root() {
        var subtrees = new ArrayList<Hash>();
        for (var level : edge.reversed()) {
            subtrees.addAll(range(level).roots());
        }
        return CompactRange.root(subtrees);
    }

    private static CompactRange range(List<Hash> level) {
        var range = new CompactRange();
        level.forEach(range::append);
        return range;
    }

    /**
     * What appending came to.
     *
     * @param tiles the hashes of each tile that is new or has become wider, those on the left first
     */
    public record Grown(MerkleTree tree, Map<Tile, byte[]> tiles) {}

    /** The tree with these leaves after its own. */
    public Grown append(List<Hash> leaves) {
        var growing = new ArrayList<List<Hash>>();
        edge.forEach(level -> growing.add(new ArrayList<>(level)));
        var tiles = new LinkedHashMap<Tile, byte[]>();
        long at = size;
        for (var leaf : leaves) {
            push(growing, tiles, leaf, at);
            at++;
        }
        for (int level = 0; level < growing.size() && !leaves.isEmpty(); level++) {
            var last = growing.get(level);
            boolean same = level < edge.size() && last.equals(edge.get(level));
            if (!last.isEmpty() && !same) {
                var tile = Tile.holding(level, Tile.across(level, at) - 1, at);
                tiles.put(tile, bytes(last));
            }
        }
        return new Grown(new MerkleTree(at, growing.stream().map(List::copyOf).toList()), tiles);
    }

    /** Puts a leaf to the right; every tile that it fills becomes one hash of the level above. */
    private static void push(
            List<List<Hash>> growing, Map<Tile, byte[]> tiles, Hash leaf, long at) {
        var hash = leaf;
        for (int level = 0; ; level++) {
            if (level == growing.size()) {
                growing.add(new ArrayList<>());
            }
            var last = growing.get(level);
            last.add(hash);
            if (last.size() < Tile.WIDTH) {
                return;
            }
            tiles.put(new Tile(level, at >>> (8 * (level + 1)), Tile.WIDTH), bytes(last));
            hash = CompactRange.root(range(last).roots());
            last.clear();
        }
    }

    static List<Hash> hashes(byte[] tile) {
        var hashes = new ArrayList<Hash>();
        for (int from = 0; from < tile.length; from += Hash.LENGTH) {
            hashes.add(Hash.of(java.util.Arrays.copyOfRange(tile, from, from + Hash.LENGTH)));
        }
        return hashes;
    }

    private static byte[] bytes(List<Hash> hashes) {
        var tile = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(tile, i * Hash.LENGTH);
        }
        return tile;
    }
}
