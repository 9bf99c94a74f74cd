package exeat.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The public vectors of transparency-dev/merkle, where they lie beside the checkout. */
class VectorsTest {

    private static final long SEED = 9162;

    /** Looked for from the checkout upwards, so that a work tree finds them as well. */
    private static Optional<Path> folder() {
        var root = Path.of(System.getProperty("exeat.root", "..")).toAbsolutePath().normalize();
        for (var at = Optional.of(root); at.isPresent(); at = parent(at.get())) {
            var folder = at.get().resolve("shared/data/merkle");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> parent(Path path) {
        return Optional.ofNullable(path.getParent());
    }

    private static List<Path> vectors(String kind) throws IOException {
        var folder = folder();
        assumeTrue(
                folder.isPresent(),
                "skipped: the public vectors are not beside the checkout (shared/data/merkle)");
        try (var files = Files.walk(folder.orElseThrow().resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private record Vector(Path file, StrictJson json, List<byte[]> proof, boolean good) {

        static Vector read(Path file) throws IOException, StrictJson.Unreadable {
            var text = Files.readString(file);
            var json = StrictJson.object(text);
            var proof = new ArrayList<byte[]>();
            if (!text.matches("(?s).*\"proof\": *null.*")) {
                json.texts("proof").forEach(hash -> proof.add(Base64.getDecoder().decode(hash)));
            }
            return new Vector(
                    file, json, List.copyOf(proof), !text.matches("(?s).*\"wantErr\": *true.*"));
        }

        byte[] hash(String name) throws StrictJson.Unreadable {
            var text = json.text(name);
            return Base64.getDecoder().decode(text);
        }

        /** The vectors count up to two to the 64th; an index that a tree cannot have is refused. */
        boolean inclusion(List<byte[]> given) throws StrictJson.Unreadable {
            return json.optionalText("leafIdx").isEmpty()
                    && ProofCheck.isIncluded(
                            json.number("leafIdx"),
                            json.number("treeSize"),
                            hash("leafHash"),
                            given,
                            hash("root"));
        }

        boolean consistency(List<byte[]> given) throws StrictJson.Unreadable {
            return ProofCheck.isConsistent(
                    json.number("size1"),
                    json.number("size2"),
                    given,
                    hash("root1"),
                    hash("root2"));
        }

        /** Every way of spoiling it, one bit, one hash less, one more, two swapped. */
        List<List<byte[]>> spoiled(Random random) {
            var all = new ArrayList<List<byte[]>>();
            for (int i = 0; i < proof.size(); i++) {
                var flipped = new ArrayList<>(proof);
                var hash = proof.get(i).clone();
                hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                flipped.set(i, hash);
                all.add(flipped);
                var shorter = new ArrayList<>(proof);
                shorter.remove(i);
                all.add(shorter);
            }
            var longer = new ArrayList<>(proof);
            var garbage = new byte[MerkleHash.LENGTH];
            random.nextBytes(garbage);
            longer.add(random.nextInt(proof.size() + 1), garbage);
            all.add(longer);
            return all;
        }
    }

    @Test
    void inclusion_proofs_are_taken_and_refused_as_the_vectors_say() throws Exception {
        int good = 0;
        for (var file : vectors("inclusion")) {
            var vector = Vector.read(file);
            assertThat(vector.inclusion(vector.proof())).as("%s", file).isEqualTo(vector.good());
            good += vector.good() ? 1 : 0;
        }
        assertThat(good).isPositive();
    }

    @Test
    void consistency_proofs_are_taken_and_refused_as_the_vectors_say() throws Exception {
        int good = 0;
        for (var file : vectors("consistency")) {
            var vector = Vector.read(file);
            assertThat(vector.consistency(vector.proof())).as("%s", file).isEqualTo(vector.good());
            good += vector.good() ? 1 : 0;
        }
        assertThat(good).isPositive();
    }

    @Test
    void a_good_proof_that_was_tampered_with_is_refused() throws Exception {
        var random = new Random(SEED);
        int tried = 0;
        for (var file : vectors("inclusion")) {
            var vector = Vector.read(file);
            for (var proof : vector.good() ? vector.spoiled(random) : List.<List<byte[]>>of()) {
                assertThat(vector.inclusion(proof)).as("%s, seed %d", file, SEED).isFalse();
                tried++;
            }
        }
        for (var file : vectors("consistency")) {
            var vector = Vector.read(file);
            for (var proof : vector.good() ? vector.spoiled(random) : List.<List<byte[]>>of()) {
                assertThat(vector.consistency(proof)).as("%s, seed %d", file, SEED).isFalse();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(20);
    }
}
