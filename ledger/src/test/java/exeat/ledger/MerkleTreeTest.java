package exeat.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.verify.ProofCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final long SEED = 20260824;

    /** Section 2.1.1 word for word: slow, and independent of the code under test. */
    private static Hash definition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        return Hash.node(
                definition(leaves.subList(0, left)),
                definition(leaves.subList(left, leaves.size())));
    }

    @Test
    void the_root_matches_the_definition_however_the_leaves_were_added() {
        var random = new Random(SEED);
        var log = new SampleLog(SEED);
        var leaves = new ArrayList<Hash>();
        for (int round = 0; round < 60; round++) {
            int more = random.nextInt(4) == 0 ? random.nextInt(700) : random.nextInt(5);
            log.grow(more);
            leaves.clear();
            log.entries.forEach(entry -> leaves.add(Hash.leaf(entry)));
            assertThat(log.tree().root())
                    .as("seed %d, %d leaves", SEED, leaves.size())
                    .isEqualTo(definition(leaves));
        }
        assertThat(leaves.size()).isGreaterThan(1000);
    }

    @Test
    void a_tree_loaded_from_its_tiles_goes_on_as_if_nothing_had_happened() {
        for (int size : new int[] {0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_800}) {
            var log = new SampleLog(SEED).grow(size);
            var loaded = MerkleTree.load(size, log.tiles());
            assertThat(loaded.root()).as("%d", size).isEqualTo(log.tree().root());
            var leaf = Hash.leaf(new byte[] {1});
            assertThat(loaded.append(List.of(leaf)).tree().root())
                    .as("%d and one", size)
                    .isEqualTo(log.tree().append(List.of(leaf)).tree().root());
        }
    }

    @Test
    void every_proof_of_a_small_tree_is_accepted_and_no_other_place_has_it() {
        var log = new SampleLog(SEED);
        for (int size = 1; size <= 34; size++) {
            log.grow(1);
            var root = log.tree().root().bytes();
            for (int index = 0; index < size; index++) {
                var proof = bytes(new MerkleProofs(size, log.tiles()).inclusion(index));
                var leaf = Hash.leaf(log.entries.get(index)).bytes();
                for (int claimed = 0; claimed < size; claimed++) {
                    assertThat(ProofCheck.isIncluded(claimed, size, leaf, proof, root))
                            .as("leaf %d of %d said to be %d", index, size, claimed)
                            .isEqualTo(claimed == index);
                }
            }
        }
    }

    @Test
    void every_tree_is_consistent_with_all_that_it_began_with() {
        var log = new SampleLog(SEED).grow(600);
        var proofs = new MerkleProofs(600, log.tiles());
        var root = log.tree().root().bytes();
        for (int first = 1; first <= 600; first++) {
            var before = proofs.root(first).bytes();
            var proof = bytes(proofs.consistency(first));
            assertThat(ProofCheck.isConsistent(first, 600, proof, before, root))
                    .as("%d", first)
                    .isTrue();
            for (int i = 0; i < proof.size(); i++) {
                var damaged = new ArrayList<>(proof);
                damaged.set(i, Hash.leaf(proof.get(i)).bytes());
                assertThat(ProofCheck.isConsistent(first, 600, damaged, before, root))
                        .as("%d, hash %d changed", first, i)
                        .isFalse();
            }
        }
        assertThat(proofs.root(600).bytes()).isEqualTo(root);
    }

    @Test
    void a_proof_in_a_tree_of_three_levels_reads_few_tiles() {
        var log = new SampleLog(SEED).grow(70_000);
        var read = new ArrayList<Tile>();
        var proofs =
                new MerkleProofs(
                        70_000,
                        tile -> {
                            read.add(tile);
                            return log.tiles().read(tile);
                        });
        var proof = bytes(proofs.inclusion(4711));
        var leaf = Hash.leaf(log.entries.get(4711)).bytes();
        assertThat(ProofCheck.isIncluded(4711, 70_000, leaf, proof, log.tree().root().bytes()))
                .isTrue();
        assertThat(read).hasSizeLessThanOrEqualTo(5);
    }

    private static List<byte[]> bytes(List<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toList();
    }
}
