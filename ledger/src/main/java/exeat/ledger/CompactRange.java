package exeat.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The minimum needed to continue a tree: the roots of its perfect subtrees, the largest first. A
 * tree of n leaves has as many as n has ones in binary.
 */
final class CompactRange {

    private final List<Hash> roots = new ArrayList<>();
    private long size;

    /** Appends one more subtree, all of them being of the same height. */
    void append(Hash hash) {
        var merged = hash;
        for (long left = size; (left & 1) == 1; left >>= 1) {
            merged = Hash.node(roots.removeLast(), merged);
        }
        roots.add(merged);
        size++;
    }

    List<Hash> roots() {
        return List.copyOf(roots);
    }

    /** The root over subtrees, the largest first. */
    static Hash root(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY;
        }
        var root = subtrees.getLast();
        for (var left : subtrees.reversed().subList(1, subtrees.size())) {
            root = Hash.node(left, root);
        }
        return root;
    }
}
