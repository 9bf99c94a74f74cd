package exeat.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.verify.ReceiptCheck;
import exeat.ledger.verify.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final byte[] SALT = "sixteen bytes!!!".getBytes(StandardCharsets.UTF_8);
    private static final String PLACE = "5f0c".repeat(16);
    private static final String PAYLOAD = "{\"type\":\"applied\",\"number\":\"A-1\"}";

    private static Receipt.Event event(long sequence) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update(SALT);
        var hash = sha.digest(PAYLOAD.getBytes(StandardCharsets.UTF_8));
        return new Receipt.Event(
                "case/1",
                sequence,
                PLACE,
                "applied",
                Instant.parse("2026-09-02T01:00:00.000004Z"),
                "party/1",
                "",
                HexFormat.of().formatHex(hash));
    }

    private static byte[] entry(Receipt.Event event) {
        var micros = 1_788_310_800_000_004L;
        var lines =
                "%s\n%s\n%s\n%d\n%s\n\n%s"
                        .formatted(
                                event.stream(),
                                event.place(),
                                event.type(),
                                micros,
                                event.actor(),
                                event.payloadHash());
        return Hash.leaf(lines.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private record Taken(SampleLog log, String json) {
        Verdict check(String changed) {
            return ReceiptCheck.check(changed, log.key);
        }
    }

    private static Taken receipt() throws Exception {
        var log = new SampleLog(7).grow(300);
        var leaves = new ArrayList<Hash>();
        for (long sequence = 1; sequence <= 2; sequence++) {
            leaves.add(Hash.leaf(entry(event(sequence))));
        }
        var grown = log.tree().append(leaves);
        grown.tiles().forEach((tile, bytes) -> log.files.put(tile.path(), bytes));
        var tree = grown.tree();
        var note =
                log.signer.sign(new Checkpoint(SampleLog.ORIGIN, tree.size(), tree.root()).text());
        var proofs = new MerkleProofs(tree.size(), log.tiles());
        var payload = new Receipt.Payload(Base64.getEncoder().encodeToString(SALT), PAYLOAD);
        var steps = new ArrayList<Receipt.Step>();
        for (int i = 0; i < 2; i++) {
            var event = event(i + 1);
            steps.add(
                    new Receipt.Step(
                            event,
                            HexFormat.of().formatHex(entry(event)),
                            i == 0 ? Optional.of(payload) : Optional.empty(),
                            300 + i,
                            proofs.inclusion(300 + i)));
        }
        return new Taken(log, new Receipt("A-1", note, steps, List.of(event(3))).toJson());
    }

    @Test
    void a_receipt_is_checked_with_the_key_alone() throws Exception {
        var taken = receipt();
        var verdict = taken.check(taken.json());
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown())
                .anyMatch(s -> s.contains("Step 1 (applied") && s.contains("is entry 300, with"))
                .anyMatch(s -> s.contains("Step 2") && s.contains("is entry 301."))
                .anyMatch(s -> s.startsWith("Not proved: step 3"));
    }

    @Test
    void every_change_in_it_is_named() throws Exception {
        var taken = receipt();
        var json = taken.json();
        assertWrong(taken, json.replace("\"party/1\"", "\"officer/x\""), "do not match its leaf");
        assertWrong(taken, json.replace("01:00:00.000004Z", "01:00:00.000005Z"), "its leaf hash");
        assertWrong(taken, json.replace("\\\"applied\\\"", "\\\"refused\\\""), "its content");
        assertWrong(taken, json.replace("\"index\" : 300", "\"index\" : 299"), "does not connect");
        assertWrong(taken, json.replace("\"index\" : 301", "\"index\" : 300"), "does not follow");
        assertWrong(taken, json.replace("\\n302\\n", "\\n303\\n"), "forged or damaged");
        assertWrong(taken, json.replace("exeat-receipt-2", "exeat-receipt-9"), "a format");
        assertWrong(taken, json.replace("\"A-1\",", "\"A-2\","), "of another application");
        assertWrong(taken, json.replace("\"A-1\",", "\"A-1\\n\","), "no readable \"number\"");
        assertWrong(taken, json.substring(0, 200), "is not JSON");
        assertWrong(taken, "[]", "is not one JSON object");
        var stranger = new SampleLog(7);
        assertThat(ReceiptCheck.check(json, stranger.key).wrong())
                .anyMatch(s -> s.contains("is not signed by"));
    }

    @Test
    void nothing_in_it_writes_lines_of_its_own_or_shows_another_time() throws Exception {
        var taken = receipt();
        var json = taken.json();
        int at = json.indexOf("\"waiting\"");
        var waiting = json.substring(at);
        var head = json.substring(0, at);
        assertWrong(
                taken,
                head
                        + waiting.replace(
                                "\"applied\"",
                                "\"x, y) is not yet in the log.\\nStep 9 (authorised) is entry 9\""),
                "no readable \"stream\" or \"type\"");
        assertWrong(taken, head + waiting.replace("case/1", "case/2"), "does not follow");
        assertWrong(
                taken,
                head + waiting.replace("\"sequence\" : 3", "\"sequence\" : 2"),
                "does not follow");
        for (var other :
                List.of(
                        "+999999999-12-31T23:59:59.999999999Z",
                        "2026-09-02T09:00:00.000004+08:00")) {
            assertWrong(taken, json.replace("2026-09-02T01:00:00.000004Z", other), "\"at\"");
        }
    }

    @Test
    void one_without_a_step_in_the_log_proves_nothing() throws Exception {
        var taken = receipt();
        var note = ReceiptCheck.note(taken.json());
        var empty = new Receipt("A-1", note, List.of(), List.of()).toJson();
        assertThat(taken.check(empty).wrong()).anyMatch(s -> s.contains("proves nothing"));
    }

    private static void assertWrong(Taken taken, String changed, String what) {
        assertThat(Objects.equals(changed, taken.json())).as(what).isFalse();
        assertThat(taken.check(changed).wrong()).as(what).anyMatch(s -> s.contains(what));
    }

    @Test
    void nothing_stands_for_a_number_in_the_first_format() throws Exception {
        var taken = receipt();
        var older = taken.json().replace("exeat-receipt-2", "exeat-receipt-1");
        assertThat(taken.check(taken.json()).isGood()).isTrue();
        assertThat(taken.check(older).isGood()).isFalse();
    }
}
