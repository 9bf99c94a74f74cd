package exeat.ledger.verify;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A tree's root while its leaves pass by, one after the other. Owned by the check that walks. */
final class RootStack {

    /** At each height the root of a perfect subtree that still waits for its right one, or none. */
    private final List<byte[]> waiting = new ArrayList<>();

    private static final byte[] NONE = {};

    void add(byte[] leafHash) {
        var carried = leafHash;
        for (int height = 0; ; height++) {
            if (height == waiting.size()) {
                waiting.add(NONE);
            }
            if (waiting.get(height).length == 0) {
                waiting.set(height, carried);
                return;
            }
            carried = MerkleHash.node(waiting.get(height), carried);
            waiting.set(height, NONE);
        }
    }

    /** In hexadecimal digits. */
    String root() {
        var root = NONE;
        for (var subtree : waiting) {
            if (subtree.length > 0) {
                root = root.length == 0 ? subtree : MerkleHash.node(subtree, root);
            }
        }
        return HexFormat.of().formatHex(root.length == 0 ? MerkleHash.of() : root);
    }
}
