package exeat.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes proofs of RFC 9162 section 2.1 from the tiles of one tree. Not thread-safe. */
public final class MerkleProofs {

    private static final int HEIGHT = 8;

    private final long size;
    private final TileSource source;
    private final Map<Tile, List<Hash>> read = new HashMap<>();

    /** Over the first {@code size} leaves of the tree that has these tiles. */
    public MerkleProofs(long size, TileSource source) {
        this.size = size;
        this.source = source;
    }

    /** The root of the first {@code leaves} leaves. */
    public Hash root(long leaves) {
        check(leaves <= size, leaves);
        return leaves == 0 ? Hash.EMPTY : hash(0, leaves);
    }

    /** That the leaf at this index, from 0, is in the tree: section 2.1.3.1. */
    public List<Hash> inclusion(long index) {
        check(index >= 0 && index < size, index);
        var proof = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + left(to - from);
            if (index < middle) {
                proof.addFirst(hash(middle, to));
                to = middle;
            } else {
                proof.addFirst(hash(from, middle));
                from = middle;
            }
        }
        return proof;
    }

    /** That the tree begins with the tree of its first leaves: section 2.1.4.1. */
    public List<Hash> consistency(long first) {
        check(first > 0 && first <= size, first);
        var proof = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        boolean known = true; // whether the verifier has the root of what is left already
        while (first != to) {
            long middle = from + left(to - from);
            if (first <= middle) {
                proof.addFirst(hash(middle, to));
                to = middle;
            } else {
                proof.addFirst(hash(from, middle));
                from = middle;
                known = false;
            }
        }
        if (!known) {
            proof.addFirst(hash(from, to));
        }
        return proof;
    }

    private void check(boolean within, long number) {
        if (!within) {
            throw new IllegalArgumentException(number + " in a tree of " + size);
        }
    }

    /** The largest power of two below a number of leaves. */
    private static long left(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private Hash hash(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return perfect(Long.numberOfTrailingZeros(leaves), from / leaves);
        }
        long middle = from + left(leaves);
        return Hash.node(hash(from, middle), hash(middle, to));
    }

    /** The root of a perfect subtree: a hash of a tile, or some of them together. */
    private Hash perfect(int height, long position) {
        int level = height / HEIGHT;
        int above = height % HEIGHT;
        long first = position << above;
        var tile = Tile.holding(level, first, size);
        var hashes = read.computeIfAbsent(tile, wanted -> MerkleTree.hashes(source.read(wanted)));
        int at = Math.toIntExact(first % Tile.WIDTH);
        var range = new CompactRange();
        hashes.subList(at, at + (1 << above)).forEach(range::append);
        return CompactRange.root(range.roots());
    }
}
