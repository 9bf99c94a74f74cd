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

    private static Receipt.Event event(long sequence, String before, Optional<String> key)
            throws Exception {
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
                HexFormat.of().formatHex(hash),
                before,
                key);
    }

    private static Receipt.Event event(long sequence) throws Exception {
        return event(sequence, "1:" + "00".repeat(32), Optional.empty());
    }

    private static byte[] entry(Receipt.Event event) {
        var micros = 1_788_310_800_000_004L;
        var lines =
                "%s\n%s\n%s\n%d\n%s\n\n%s\n%s"
                        .formatted(
                                event.stream(),
                                event.place(),
                                event.type(),
                                micros,
                                event.actor(),
                                event.payloadHash(),
                                event.before());
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

    /** Its proofs may be right: the one who checks looks at whose key it is. */
    @Test
    void a_receipt_from_training_says_so_itself() throws Exception {
        var log = SampleLog.training(7).grow(3);
        var json = new Receipt("A-1", log.note(3), List.of(), List.of()).toJson();
        assertThat(json)
                .contains("\"training\" : \"This receipt is from training: it proves nothing.\"");
        assertThat(log.key.name()).startsWith(KeyName.TRAINING);
        assertThat(log.key.isTraining()).isTrue();
        assertThat(receipt().json()).doesNotContain("training");
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
        assertWrong(taken, json.replace("exeat-receipt-3", "exeat-receipt-9"), "a format");
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
        assertThat(taken.check(taken.json()).isGood()).isTrue();
        for (var older : List.of("exeat-receipt-1", "exeat-receipt-2")) {
            assertThat(taken.check(taken.json().replace("exeat-receipt-3", older)).isGood())
                    .isFalse();
        }
    }

    @Test
    void receipts_from_before_steps_named_each_other_are_checked_as_they_were() throws Exception {
        var log = new SampleLog(7).grow(300);
        var event = event(1);
        var lines =
                String.join(
                        "\n",
                        event.stream(),
                        event.place(),
                        event.type(),
                        "1788310800000004",
                        event.actor(),
                        "",
                        event.payloadHash());
        var entry = Hash.leaf(lines.getBytes(StandardCharsets.UTF_8));
        var grown = log.tree().append(List.of(Hash.leaf(entry.bytes())));
        grown.tiles().forEach((tile, bytes) -> log.files.put(tile.path(), bytes));
        var note =
                log.signer.sign(new Checkpoint(SampleLog.ORIGIN, 301, grown.tree().root()).text());
        var step =
                new Receipt.Step(
                        event,
                        HexFormat.of().formatHex(entry.bytes()),
                        Optional.empty(),
                        300,
                        new MerkleProofs(301, log.tiles()).inclusion(300));
        var json = new Receipt("A-1", note, List.of(step), List.of()).toJson();
        var second =
                json.replace("exeat-receipt-3", "exeat-receipt-2")
                        .replaceAll(",\\s*\"before\" : \"[^\"]*\"", "");
        assertThat(ReceiptCheck.check(second, log.key).wrong()).isEmpty();
        assertThat(ReceiptCheck.check(json, log.key).wrong()).anyMatch(s -> s.contains("its leaf"));
    }

    private static String key(long sequence) {
        return "0%d".formatted(sequence).repeat(32);
    }

    /**
     * Three steps of traveller 1, each of which names the one before, and a proof of the last; then
     * a step that is said to follow and is not in the log.
     */
    private static Taken chained() throws Exception {
        var log = new SampleLog(7).grow(300);
        var events = new ArrayList<Receipt.Event>();
        var leaves = new ArrayList<Hash>();
        byte[] last = {};
        for (long sequence = 1; sequence <= 4; sequence++) {
            var key = key(sequence);
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(HexFormat.of().parseHex(key));
            var link = HexFormat.of().formatHex(sha.digest(last));
            var links = "0:" + "77".repeat(32) + " 1:" + link + " 2:" + "88".repeat(32);
            events.add(event(sequence, links, Optional.of(key)));
            last = entry(events.getLast());
            if (sequence < 4) {
                leaves.add(Hash.leaf(last));
            }
        }
        var grown = log.tree().append(leaves);
        grown.tiles().forEach((tile, bytes) -> log.files.put(tile.path(), bytes));
        var tree = grown.tree();
        var note =
                log.signer.sign(new Checkpoint(SampleLog.ORIGIN, tree.size(), tree.root()).text());
        var proof = new MerkleProofs(tree.size(), log.tiles()).inclusion(302);
        var steps = new ArrayList<Receipt.Step>();
        for (int i = 0; i < 3; i++) {
            steps.add(
                    new Receipt.Step(
                            events.get(i),
                            HexFormat.of().formatHex(entry(events.get(i))),
                            Optional.empty(),
                            300 + i,
                            i == 2 ? Optional.of(proof) : Optional.empty()));
        }
        var receipt = new Receipt("A-1", note, Optional.of("1"), steps, events.subList(3, 4));
        return new Taken(log, receipt.toJson());
    }

    @Test
    void one_proof_covers_a_persons_whole_case() throws Exception {
        var taken = chained();
        assertThat(taken.json().split("\"proof\"", -1)).hasSize(2);

        var verdict = taken.check(taken.json());

        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown())
                .anyMatch(s -> s.contains("Step 1") && s.contains("a later step names it"))
                .anyMatch(s -> s.contains("Step 3") && s.contains("is entry 302"))
                .anyMatch(s ->
                        s.startsWith("The 3 steps of traveller 1 follow one another")
                                && s.contains("none is left out before step 3"));
    }

    @Test
    void a_doctored_chain_is_caught() throws Exception {
        var taken = chained();
        var json = taken.json();
        assertWrong(taken, json.replace("\"chain\" : \"1\"", "\"chain\" : \"2\""), "has no proof");
        assertWrong(taken, json.replace(key(2), key(3)), "has no proof");
        assertWrong(taken, json.replace("0:77", "0:78"), "do not match its leaf hash");
        assertWrong(taken, json.replaceFirst(",\\s*\"before\" : \"[^\"]*\"", ""), "was before it");
        assertWrong(taken, json.replace(key(2), "0"), "no readable \"key\"");
        var second = "\"leaf\" : \"" + leaf(json, 1) + "\"";
        assertWrong(
                taken, json.replace(second, second.replace(leaf(json, 1), "00")), "its leaf hash");
    }

    @Test
    void a_step_that_is_left_out_is_missed() throws Exception {
        var taken = chained();
        var verdict = taken.check(lastAlone(taken.json()));
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown())
                .anyMatch(s -> s.matches("Before step 3 .* steps are missing\\."))
                .noneMatch(s -> s.contains("follow one another"));
    }

    /** Its proof holds, and the receipt says that others are missing. */
    private static String lastAlone(String json) {
        int from = json.indexOf('[', json.indexOf("\"steps\"")) + 1;
        int last = json.lastIndexOf("{", json.indexOf("\"sequence\" : 3"));
        return json.substring(0, from) + json.substring(last);
    }

    /** SHA-256 over a key and the leaf before is also that over both as a key, and nothing. */
    @Test
    void no_step_passes_for_the_first_by_a_key_that_holds_the_leaf_before() throws Exception {
        var taken = chained();
        var json = taken.json();
        assertWrong(
                taken,
                lastAlone(json).replace(key(3), key(3) + leaf(json, 1)),
                "no readable \"key\"");
    }

    private static String leaf(String json, int step) {
        var at = json.split("\"leaf\" : \"", -1)[step + 1];
        return at.substring(0, at.indexOf('"'));
    }
}
