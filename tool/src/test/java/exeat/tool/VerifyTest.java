package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.Hash;
import exeat.ledger.KeyName;
import exeat.ledger.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir private Path folder = Path.of("");
    private Path log = Path.of("");
    private Path receipt = Path.of("");
    private MadeLog made = new MadeLog(log);

    private static Receipt.Event event(int n) {
        return new Receipt.Event(
                "case/1",
                n + 1,
                Integer.toString(n + 1),
                "applied",
                Instant.ofEpochSecond(60 + n),
                "clock",
                "",
                "00",
                "",
                Optional.empty());
    }

    private static byte[] entry(int n) {
        var lines = "case/1\n%d\napplied\n%d000000\nclock\n\n00\n".formatted(n + 1, 60 + n);
        return Hash.leaf(lines.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    @BeforeEach
    void write() throws IOException {
        log = folder.resolve("log");
        made = new MadeLog(log);
        receipt = folder.resolve("receipt.json");
        grow(300);
    }

    /** A log of so many entries, and a receipt for the first two. */
    private void grow(int size) throws IOException {
        var entries = new ArrayList<byte[]>();
        for (int n = 0; n < size; n++) {
            entries.add(entry(n));
        }
        var head = made.write(entries);
        var steps = new ArrayList<Receipt.Step>();
        for (int n = 0; n < 2; n++) {
            steps.add(
                    new Receipt.Step(
                            event(n),
                            HexFormat.of().formatHex(entry(n)),
                            Optional.empty(),
                            n,
                            head.proofs().inclusion(n)));
        }
        Files.writeString(receipt, new Receipt("A-1", head.note(), steps, List.of()).toJson());
    }

    private Ran verify(String... arguments) {
        var all = new ArrayList<>(List.of("ledger", "verify", "--key", made.signer.verifierKey()));
        all.addAll(List.of(arguments));
        return Ran.exeat(all.toArray(String[]::new));
    }

    @Test
    void a_receipt_holds_with_the_key_alone_and_a_changed_one_does_not() throws IOException {
        var ran = verify(receipt.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("Step 1 (applied", "is entry 0.", "It holds.");

        var json = Files.readString(receipt);
        Files.writeString(receipt, json.replaceFirst("\"clock\"", "\"officer/x\""));
        var changed = verify(receipt.toString());
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.out())
                .contains(
                        "WRONG: step 1 (applied",
                        "do not match its leaf hash",
                        "Verification failed.");
    }

    @Test
    void a_receipt_in_a_pdf_holds_and_one_that_was_changed_or_taken_out_does_not()
            throws IOException {
        var json = Files.readString(receipt);
        assertThat(verify(pdf(json)).out()).isEqualTo(verify(receipt.toString()).out());

        var wrong = new LinkedHashMap<String, String>();
        wrong.put(
                pdf(json.replaceFirst("\"clock\"", "\"officer/x\"")), "do not match its leaf hash");
        wrong.put(pdf("no receipt"), "contains no receipt");
        wrong.put(pdf(json + "\nendstream\n" + json), "contains more than one receipt");
        wrong.forEach((file, why) -> {
            var ran = verify(file);
            assertThat(ran.status()).as(why).isEqualTo(1);
            assertThat(ran.out()).contains("WRONG", why, "Verification failed.");
        });
    }

    /** As little of a PDF as a checker looks at. */
    private String pdf(String attached) throws IOException {
        var file = Files.createTempFile(receipt.getParent(), "receipt", ".pdf");
        var text = "%PDF-1.7\n1 0 obj\n<< >>\nstream\n" + attached + "\nendstream\nendobj\n";
        return Files.writeString(file, text).toString();
    }

    @Test
    void a_log_holds_and_a_changed_tile_is_named() throws IOException {
        var whole = verify("--url", log.toString(), receipt.toString());
        assertThat(whole.status()).isZero();
        assertThat(whole.out()).contains("All 300 entries match its root.");

        var tile = log.resolve("tile/0/000");
        var bytes = Files.readAllBytes(tile);
        bytes[40] ^= 1;
        Files.write(tile, bytes);
        var changed = verify("--url", log.toString());
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.out()).contains("WRONG: entry 1, number 1 in tile/entries/000");
    }

    @Test
    void a_log_is_checked_against_earlier_checkpoints_and_new_ones_are_kept() throws IOException {
        var since = folder.resolve("seen");
        assertThat(verify("--url", log.toString(), "--since", since.toString()).status()).isZero();
        assertThat(since).hasSameTextualContentAs(log.resolve("checkpoint"));
        grow(310);
        var ran = verify("--url", log.toString(), "--since", since.toString());
        assertThat(ran.out()).contains("begins with the 300 entries");
        assertThat(since).hasSameTextualContentAs(log.resolve("checkpoint"));
        grow(290);
        var shorter = verify("--url", log.toString(), "--since", since.toString());
        assertThat(shorter.status()).isEqualTo(1);
        assertThat(shorter.out())
                .contains("has only 290 entries, but there is a checkpoint of it over 310");
        assertThat(Files.readString(since)).contains("\n310\n");
    }

    @Test
    void a_log_that_cannot_be_checked_is_misuse_and_not_a_verdict() {
        var noKey = Ran.exeat("ledger", "verify", "--key", "a+b+c", receipt.toString());
        assertThat(noKey.status()).isEqualTo(2);
        assertThat(noKey.err()).contains("not a published key");
        assertThat(verify().status()).isEqualTo(2);
        assertThat(verify("nothing.json").status()).isEqualTo(2);
        assertThat(verify("--url", "http://127.0.0.1:1/ledger").err())
                .contains("cannot be reached");
        assertThat(verify("--url", folder.toString()).out()).contains("there is no checkpoint");
    }

    /** Every hash and signature is right, and yet whoever is shown it must not believe it. */
    @Test
    void a_log_and_a_receipt_from_training_prove_nothing() throws IOException {
        made = new MadeLog(log, KeyName.TRAINING + "0123");
        grow(300);
        for (var arguments :
                List.of(
                        List.of(receipt.toString()),
                        List.of("--url", log.toString()),
                        List.of("--url", log.toString(), receipt.toString()))) {
            var ran = verify(arguments.toArray(String[]::new));
            assertThat(ran.status()).as("%s", arguments).isEqualTo(1);
            assertThat(ran.out())
                    .contains(
                            "is signed by its key.",
                            "WRONG: this is from training: it proves nothing\nVerification failed.")
                    .doesNotContain("It holds.");
            assertThat(ran.out().split("WRONG")).hasSize(arguments.size() > 2 ? 3 : 2);
        }
        assertThat(Files.readString(receipt)).contains("from training: it proves nothing");
    }

    @Test
    void nobody_witnesses_a_log_from_training() {
        made = new MadeLog(log, KeyName.TRAINING + "0123");
        var folders = folder.resolve("witness").toString();
        var key = made.signer.verifierKey();
        var ran = Ran.exeat("witness", "--folder", folders, "--name", "w/1", "--log", key);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--log", "training installation", "proves nothing");
    }
}
