package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.Hash;
import exeat.ledger.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's sample drawn again by a stranger: of nine entries of a log, three. */
class SampleTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SEED = HEX.parseHex("ab".repeat(32));
    private static final byte[] SALT = HEX.parseHex("cd".repeat(16));
    private static final int TICKETS = 9;
    private static final int DRAWN = 3;

    @TempDir private Path folder = Path.of("");
    private MadeLog log = new MadeLog(Path.of(""));
    private String sample = "";

    private static byte[] sha(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void draw() throws IOException {
        log = new MadeLog(folder.resolve("log"));
        var entries = new ArrayList<byte[]>();
        for (int n = 0; n < TICKETS; n++) {
            entries.add(Hash.leaf(utf8("step " + n)).bytes());
        }
        var tickets = List.copyOf(entries);
        var payload =
                "{\"commitment\": \"%s\", \"tickets\": \"%s\", \"eligible\": %d, \"size\": %d}"
                        .formatted(
                                HEX.formatHex(sha(SEED)),
                                HEX.formatHex(sha(tickets.toArray(byte[][]::new))),
                                TICKETS,
                                DRAWN);
        var event =
                new Receipt.Event(
                        "register/audits",
                        1,
                        "1",
                        "sample-committed",
                        Instant.ofEpochSecond(60),
                        "auditor.1",
                        "",
                        HEX.formatHex(sha(SALT, utf8(payload))),
                        "",
                        Optional.empty());
        var lines =
                "register/audits\n1\nsample-committed\n60000000\nauditor.1\n\n"
                        + event.payloadHash()
                        + "\n";
        entries.add(Hash.leaf(utf8(lines)).bytes());
        var head = log.write(entries);
        var step =
                new Receipt.Step(
                        event,
                        HEX.formatHex(entries.getLast()),
                        Optional.of(
                                new Receipt.Payload(
                                        Base64.getEncoder().encodeToString(SALT), payload)),
                        TICKETS,
                        head.proofs().inclusion(TICKETS));
        var root = Base64.getDecoder().decode(head.note().lines().toList().get(2));
        sample = json(new Receipt("", head.note(), List.of(step), List.of()), tickets, root);
    }

    /** A sample proves its one step as a receipt does, and has beside it what was drawn of what. */
    private static String json(Receipt receipt, List<byte[]> tickets, byte[] root) {
        var all = tickets.stream().map(HEX::formatHex).toList();
        var drawn =
                all.stream()
                        .sorted(
                                Comparator.comparing(ticket ->
                                        HEX.formatHex(sha(SEED, root, HEX.parseHex(ticket)))))
                        .limit(DRAWN)
                        .toList();
        var rest =
                ", \"seed\": \"%s\", \"tickets\": [\"%s\"], \"drawn\": [\"%s\"]}"
                        .formatted(
                                HEX.formatHex(SEED),
                                String.join("\", \"", all),
                                String.join("\", \"", drawn));
        return receipt.toJson()
                .strip()
                .replace(Receipt.FORMAT, "exeat-sample-1")
                .replaceFirst("}$", java.util.regex.Matcher.quoteReplacement(rest));
    }

    private Ran check(String text, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("sample.json"), text);
        var all = new ArrayList<>(List.of("ledger", "sample", file.toString(), "--key"));
        all.add(log.signer.verifierKey());
        all.addAll(List.of(more));
        return Ran.exeat(all.toArray(String[]::new));
    }

    @Test
    void a_sample_comes_out_the_same_and_each_ticket_is_in_the_log() throws IOException {
        var ran = check(sample, "--url", log.folder.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains(
                        "The seed matches the commitment.",
                        "The 9 tickets match the commitment.",
                        "Drawing again gives the same 3 cases.",
                        "Each of the 9 tickets is an entry of the log.")
                .endsWith("It holds.\n");
        assertThat(ran.status()).isZero();
    }

    @Test
    void another_seed_another_list_and_another_draw_are_named() throws IOException {
        isWrong(sample.replace("ab".repeat(32), "ef".repeat(32)), "does not match the commitment");
        var ticket = HEX.formatHex(Hash.leaf(utf8("step 4")).bytes());
        isWrong(sample.replace(ticket, "0".repeat(64)), "tickets do not match the commitment");
        var drawn = "\"drawn\": [\"";
        isWrong(sample.replace(drawn, drawn + ticket + "\", \""), "gives other cases");
        isWrong(sample.replace("auditor.1", "auditor.2"), "do not match its leaf hash");
        isWrong("{}", "the sample ");
    }

    private void isWrong(String text, String why) throws IOException {
        var ran = check(text);
        assertThat(ran.status()).as(why).isEqualTo(1);
        assertThat(ran.out()).contains("WRONG", why).endsWith("Verification failed.\n");
    }

    @Test
    void a_fresh_seed_hashes_to_its_commitment_and_is_never_the_same() {
        var seed = Ran.exeat("ledger", "sample", "--new-seed");
        assertThat(seed.status()).isZero();
        var words = seed.out().split("\\s+", -1);
        assertThat(HEX.formatHex(sha(HEX.parseHex(words[1])))).isEqualTo(words[3]);
        assertThat(Ran.exeat("ledger", "sample", "--new-seed").out()).isNotEqualTo(seed.out());
    }

    @Test
    void without_a_key_or_a_file_nothing_is_said() throws IOException {
        assertThat(Ran.exeat("ledger", "sample").status()).isEqualTo(2);
        var file = Files.writeString(folder.resolve("s.json"), sample).toString();
        assertThat(Ran.exeat("ledger", "sample", file).err()).contains("--key");
        assertThat(Ran.exeat("ledger", "sample", file, "--key", "a+b+c").err())
                .contains("not a published key");
        assertThat(check(sample, "--url", folder.resolve("nowhere").toString()).out())
                .contains("WRONG");
    }
}
