package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.Checkpoint;
import exeat.ledger.EntryBundle;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.MerkleTree;
import exeat.ledger.NoteSigner;
import exeat.ledger.Tile;
import exeat.ledger.witness.HeadRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses as processes of their own, each with a folder of its own. */
class WitnessCommandTest {

    private static final String ORIGIN = "exeat.example/ledger";

    @TempDir private Path folder = Path.of("");

    private final NoteSigner signer = signer();

    private static NoteSigner signer() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new NoteSigner(ORIGIN, pair.getPrivate(), raw);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Files of a log whose entries begin with a word, under the one key. */
    private Path log(String name, String word, int size) throws IOException {
        var root = folder.resolve(name);
        var entries =
                IntStream.range(0, size)
                        .mapToObj(n -> (word + n).getBytes(StandardCharsets.UTF_8))
                        .toList();
        var grown = MerkleTree.empty().append(entries.stream().map(Hash::leaf).toList());
        for (var tile : grown.tiles().entrySet()) {
            write(root.resolve(tile.getKey().path()), tile.getValue());
        }
        var bundle = new Tile(Tile.ENTRIES, 0, size);
        write(root.resolve(bundle.path()), EntryBundle.encode(entries));
        var head = new Checkpoint(ORIGIN, size, grown.tree().root()).text();
        write(root.resolve("checkpoint"), signer.sign(head).getBytes(StandardCharsets.UTF_8));
        return root;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** A witness that runs. */
    private record Running(Process process, String key, String address) implements AutoCloseable {

        String option() {
            return key + "=" + address;
        }

        HttpResponse<String> ask(Path log, long old, List<Hash> proof) throws Exception {
            var note = Files.readString(log.resolve("checkpoint"));
            var request =
                    HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            HeadRequest.of(old, proof, note).text()))
                            .build();
            try (var client = HttpClient.newHttpClient()) {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    private Running witness(String name) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "exeat.tool.Main",
                                "witness",
                                "--folder",
                                folder.resolve(name).toString(),
                                "--name",
                                name + ".example/1",
                                "--log",
                                signer.verifierKey(),
                                "--listen",
                                "127.0.0.1:0")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out = process.inputReader();
        var key = String.valueOf(out.readLine());
        var listening = String.valueOf(out.readLine());
        assertThat(listening).startsWith("listening on http://127.0.0.1:").endsWith("for 1 log");
        return new Running(process, key, listening.split(" ", -1)[2]);
    }

    private Ran verify(Path log, Running... witnesses) {
        var arguments =
                new java.util.ArrayList<>(
                        List.of(
                                "ledger",
                                "verify",
                                "--key",
                                signer.verifierKey(),
                                "--url",
                                log.toString()));
        for (var witness : witnesses) {
            arguments.addAll(List.of("--witness", witness.option()));
        }
        return Ran.exeat(arguments.toArray(String[]::new));
    }

    @Test
    void two_witnesses_remember_what_a_log_and_its_key_would_deny() throws Exception {
        var first = log("first", "a", 40);
        var second = log("second", "a", 90);
        var rewritten = log("rewritten", "b", 95);
        var proofs =
                new MerkleProofs(
                        90,
                        tile -> {
                            try {
                                return Files.readAllBytes(second.resolve(tile.path()));
                            } catch (IOException missing) {
                                throw new IllegalStateException(missing);
                            }
                        });
        try (var one = witness("one");
                var other = witness("other")) {
            assertThat(one.key()).isNotEqualTo(other.key());
            assertThat(verify(first, one).status()).as("it has seen nothing yet").isEqualTo(2);
            for (var witness : List.of(one, other)) {
                assertThat(witness.ask(first, 0, List.of()).statusCode()).isEqualTo(200);
                assertThat(witness.ask(second, 40, proofs.consistency(40)).statusCode())
                        .isEqualTo(200);
            }
            assertThat(verify(second, one, other).out()).endsWith("It holds.\n");
        }
        // Both are killed and started again: what they saw is on their disks.
        try (var one = witness("one");
                var other = witness("other")) {
            assertThat(verify(rewritten).status()).as("a stranger sees nothing").isZero();
            assertThat(verify(rewritten, one).out()).contains("history was rewritten");
            assertThat(verify(first, other).out())
                    .contains("has only 40 entries, but there is a checkpoint of it over 90");
            assertThat(one.ask(rewritten, 90, List.of()).statusCode()).isEqualTo(422);
            var back = other.ask(first, 40, List.of());
            assertThat(back.statusCode()).isEqualTo(409);
            assertThat(back.body()).isEqualTo("90\n");
            assertThat(back.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            var swapped = other.key() + "=" + one.address();
            var wrong =
                    Ran.exeat(
                            "ledger",
                            "verify",
                            "--key",
                            signer.verifierKey(),
                            "--url",
                            second.toString(),
                            "--witness",
                            swapped);
            assertThat(wrong.status()).isEqualTo(2);
            assertThat(wrong.err()).contains("does not answer with a signature of other.example/1");
        }
    }

    @Test
    void what_cannot_be_a_witness_is_said_at_once() {
        var log = signer.verifierKey();
        var at = folder.resolve("x").toString();
        var named = Ran.exeat("witness", "--folder", at, "--name", "a b", "--log", log);
        assertThat(named.status()).isEqualTo(2);
        assertThat(named.err()).contains("--name");
        var place =
                Ran.exeat(
                        "witness", "--folder", at, "--name", "w", "--log", log, "--listen", "8091");
        assertThat(place.err()).contains("--listen: HOST:PORT");
        var unlogged = Ran.exeat("witness", "--folder", at, "--name", "w", "--log", "no+key+x");
        assertThat(unlogged.err()).contains("--log: not the published key of a log");
        assertThat(Path.of(at)).doesNotExist();
    }
}
