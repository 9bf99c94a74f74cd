package exeat.ledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks proofs by the steps of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class ProofCheck {

    private ProofCheck() {}

    /** Whether the proof shows that the leaf's hash is at that index, from 0, under the root. */
    public static boolean isIncluded(
            long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0
                || index >= size
                || !areHashes(proof)
                || !areHashes(List.of(leafHash, root))) {
            return false;
        }
        long at = index;
        long last = size - 1;
        var hash = leafHash;
        for (var beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = MerkleHash.node(beside, hash);
                int up = (at & 1) == 1 || at == 0 ? 0 : Long.numberOfTrailingZeros(at);
                at >>>= up;
                last >>>= up;
            } else {
                hash = MerkleHash.node(hash, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the proof shows that the second tree begins with the whole first one. */
    public static boolean isConsistent(
            long first, long second, List<byte[]> proof, byte[] firstRoot, byte[] secondRoot) {
        // There is nothing to prove about an empty tree: the caller has made a mistake.
        if (first < 1 || second < first || !areHashes(proof)) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (proof.isEmpty()) {
            return false;
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        int up = Long.numberOfTrailingZeros(first);
        return follow((first - 1) >>> up, (second - 1) >>> up, path, firstRoot, secondRoot);
    }

    private static boolean follow(
            long first, long second, List<byte[]> path, byte[] firstRoot, byte[] secondRoot) {
        long at = first;
        long last = second;
        var one = path.getFirst();
        var two = path.getFirst();
        for (var beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                one = MerkleHash.node(beside, one);
                two = MerkleHash.node(beside, two);
                int up = (at & 1) == 1 || at == 0 ? 0 : Long.numberOfTrailingZeros(at);
                at >>>= up;
                last >>>= up;
            } else {
                two = MerkleHash.node(two, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(one, firstRoot) && Arrays.equals(two, secondRoot);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == MerkleHash.LENGTH);
    }
}
