package exeat.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.keeper.SignerServer;
import exeat.ledger.Checkpoint;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.MerkleTree;
import exeat.ledger.Tile;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders: the office's, which never holds the key, and the signer's. */
class SeparateSignerTest {

    private static final String USER = System.getProperty("user.name", "");

    @TempDir private Path folder = Path.of("");

    private Path socket() {
        return folder.resolve("s");
    }

    private SignerServer server(String user) {
        return SignerServer.start(folder.resolve("signer"), socket(), user);
    }

    private SeparateSigner signer() {
        return new SeparateSigner(socket(), Keys.in(folder.resolve("office")));
    }

    /** A tree of numbers, told apart by a word. */
    private record Log(String word) {

        MerkleProofs proofs(int size) {
            Map<Tile, byte[]> tiles = new HashMap<>(tree(size).tiles());
            return new MerkleProofs(
                    size,
                    tile -> {
                        assertThat(tiles).containsKey(tile);
                        return tiles.getOrDefault(tile, new byte[0]);
                    });
        }

        private MerkleTree.Grown tree(int size) {
            List<Hash> leaves =
                    IntStream.range(0, size)
                            .mapToObj(n ->
                                    Hash.leaf(
                                            (word + n)
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8)))
                            .toList();
            return MerkleTree.empty().append(leaves);
        }
    }

    private static String sign(SeparateSigner by, Log log, int size) {
        var origin = VerifierKey.parse(by.verifierKey()).orElseThrow().name();
        var proofs = log.proofs(size);
        return by.sign(new Checkpoint(origin, size, proofs.root(size)), proofs);
    }

    @Test
    void the_office_signs_through_it_and_never_has_the_key() throws Exception {
        var log = new Log("a");
        try (var server = server(USER)) {
            var signer = signer();
            var key = VerifierKey.parse(server.verifierKey()).orElseThrow();
            for (int size : new int[] {1, 5, 5, 200}) {
                assertThat(TreeHead.of(sign(signer, log, size), key).size()).isEqualTo(size);
            }
            assertThat(TreeHead.of(sign(signer(), log, 230), key).size())
                    .as("after a start, by what the signer remembers")
                    .isEqualTo(230);
            assertThat(signer.holder()).isEqualTo(LogSigner.Holder.SAME_USER);
        }
        var keys = Keys.in(folder.resolve("office"));
        assertThat(keys.file(LedgerKey.FILE)).doesNotExist();
        var later = signer();
        assertThat(later.holder()).isEqualTo(LogSigner.Holder.NO_ANSWER);
        assertThatThrownBy(() -> sign(later, log, 240)).hasMessageContaining("does not answer");
    }

    @Test
    void it_signs_no_other_history_and_none_that_was_set_back_also_after_a_restart() {
        try (var _ = server(USER)) {
            sign(signer(), new Log("a"), 200);
        }
        try (var _ = server(USER)) {
            assertThatThrownBy(() -> sign(signer(), new Log("b"), 200))
                    .isInstanceOf(Sequencer.Refused.class)
                    .hasMessageContaining("history has been changed");
            assertThatThrownBy(() -> sign(signer(), new Log("b"), 250))
                    .isInstanceOf(Sequencer.Refused.class)
                    .hasMessageContaining("history has been changed");
            assertThatThrownBy(() -> sign(signer(), new Log("a"), 100))
                    .isInstanceOf(Sequencer.Refused.class)
                    .hasMessageContaining("has signed 200 entries, but the database has 100");
            assertThat(sign(signer(), new Log("a"), 201)).contains("\n201\n");
        }
    }

    @Test
    void it_answers_nobody_but_its_user_and_two_do_not_share_a_folder() {
        try (var _ = server("nobody-of-this-name")) {
            assertThatThrownBy(this::signer)
                    .isInstanceOf(OfficeException.class)
                    .hasMessageContaining("does not answer");
            assertThatThrownBy(() -> server(USER)).hasMessageContaining("another process");
        }
        assertThat(Files.exists(socket())).isFalse();
        assertThatThrownBy(this::signer).hasMessageContaining("does not answer");
    }

    @Test
    void a_signer_that_cannot_listen_leaves_no_socket_open() throws Exception {
        var nowhere = folder.resolve("not there").resolve("s");
        long before = descriptors();
        for (int n = 0; n < 40; n++) {
            assertThatThrownBy(() -> SignerServer.start(folder.resolve("signer"), nowhere, USER))
                    .hasMessageContaining("cannot listen");
        }
        assertThat(descriptors() - before).isLessThan(20);
        server(USER).close();
    }

    private static long descriptors() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
