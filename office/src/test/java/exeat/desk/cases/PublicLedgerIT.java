package exeat.desk.cases;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.TravellerCommand;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.protection.ClaimDoor;
import exeat.ledger.Receipt;
import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.LogFiles;
import exeat.ledger.verify.ReceiptCheck;
import exeat.ledger.verify.VerifierKey;
import exeat.rules.finding.Purpose;
import exeat.store.OfficeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicLedgerIT {

    private final Town town = Town.shared();

    private LogFiles files() {
        var ledger = town.office.ledger();
        return path ->
                path.equals("checkpoint")
                        ? ledger.checkpoint().map(note -> note.getBytes(StandardCharsets.UTF_8))
                        : ledger.file(path);
    }

    private VerifierKey key() {
        return VerifierKey.parse(town.office.ledger().key()).orElseThrow();
    }

    @Test
    void acknowledged_steps_are_in_the_log_and_the_log_verifies() throws Exception {
        var filing = Secrets.confirmed(town, Town.settling());
        var done = town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        town.sequenced();

        var verdict = LogCheck.check(key(), files(), List.of());

        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown()).anyMatch(s -> s.contains("entries match its root"));
        var receipt = town.office.ledger().receipt(town.party(filing), filing.id()).orElseThrow();
        assertThat(receipt.steps()).extracting(step -> step.leaf()).contains(done.leaf());
    }

    @Test
    void a_receipt_proves_each_step_to_whoever_has_the_key_and_is_the_persons_alone()
            throws Exception {
        var filing = town.confirmed(Town.settling());
        var other = town.confirmed(Town.settling());
        town.sequenced();
        var receipt = town.office.ledger().receipt(town.party(filing), filing.id()).orElseThrow();

        var verdict = ReceiptCheck.check(receipt.toJson(), key());

        assertThat(verdict.wrong()).isEmpty();
        assertThat(receipt.waiting()).isEmpty();
        assertThat(receipt.number()).isEqualTo(filing.number());
        assertThat(receipt.steps()).hasSizeGreaterThan(3);
        assertThat(receipt.steps()).allSatisfy(step -> assertThat(step.payload()).isPresent());
        assertThat(town.office.ledger().receipt(town.party(other), filing.id())).isEmpty();
        assertThatThrownBy(() -> town.office.ledger().receipt(town.officer(YANJI_FA), filing.id()))
                .isInstanceOf(OfficeException.class);
    }

    /** A couple, of whom the first has a secret that two officers handed over. */
    private Town.Filing couple() {
        return Secrets.confirmed(
                town,
                Town.settling(),
                Town.adult(Town.TWO, "CN", new Purpose("settle"), Town.routeA()));
    }

    private String receipt(Town.Filing filing) throws InterruptedException {
        town.sequenced();
        return town.office.ledger().receipt(town.party(filing), filing.id()).orElseThrow().toJson();
    }

    /** What a check of a receipt says, without times and places, in which any two differ. */
    private String verdict(String receipt) {
        var verdict = ReceiptCheck.check(receipt, key());
        assertThat(verdict.wrong()).isEmpty();
        return String.join("\n", verdict.shown())
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("[0-9,]+ entries", "SIZE")
                .replaceAll("entry [0-9]+", "PLACE")
                .replaceAll("EX-[0-9A-Z-]+", "NUMBER");
    }

    @Test
    void one_proof_covers_the_whole_case_of_a_person_with_a_proved_secret() throws Exception {
        var filing = couple();
        var receipt = receipt(filing);

        assertThat(verdict(receipt))
                .containsPattern("The [0-9]+ steps of traveller 1 follow one another")
                .contains("in the log, because a later step names it");
        assertThat(receipt.split("\"proof\"", -1)).hasSize(2);
        assertThat(receipt).contains("\"type\" : \"confirmed\"");
    }

    /** Not in the links, the number of proofs, the numbers of steps, or gaps between them. */
    @Test
    void a_chain_shows_nothing_of_a_companions_claim() throws Exception {
        var with = couple();
        var without = couple();
        var claim = new ClaimDoor.Claim(with.number(), Town.TWO, "A friend.");
        assertThat(town.office.claims().claim(Optional.empty(), Town.key(), claim)).isEmpty();
        for (var filing : List.of(with, without)) {
            town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        }

        var told = receipt(with);

        assertThat(verdict(told)).isEqualTo(verdict(receipt(without)));
        assertThat(told).contains("withdrawn").doesNotContain("protection");
    }

    /** They may not know of all that happened to the person: a chain would show that it did. */
    @Test
    void with_an_unproved_secret_no_chain_is_opened() throws Exception {
        var filing = town.confirmed(Town.settling());
        var receipt = receipt(filing);
        assertThat(receipt).doesNotContain("\"key\"", "\"chain\"");
        assertThat(verdict(receipt)).contains("steps may have been left out");
    }

    /** Whatever the history shows as done, the log may have under another name. */
    @Test
    void with_an_unproved_secret_nothing_that_is_taken_back_is_proved() throws Exception {
        var filing = town.confirmed(Town.settling());
        var party = town.party(filing);
        town.done(party, new TravellerCommand.ClaimProtection(filing.id(), ONE));
        town.done(party, new TravellerCommand.EndProtectionClaim(filing.id(), ONE));
        town.done(party, new TravellerCommand.Withdraw(filing.id(), ONE));
        var receipt = receipt(filing);
        assertThat(receipt)
                .contains("\"type\" : \"protection-claimed\"")
                .doesNotContain("protection-claim-ended", "withdrawn");
        assertThat(verdict(receipt)).contains("steps may have been left out");
    }

    /** Whoever filed claims too, and takes it back: what is proved is the same of both. */
    @Test
    void a_receipt_of_whoever_filed_shows_nothing_of_a_claim_by_somebody_else() throws Exception {
        var with = town.confirmed(Town.settling());
        var without = town.confirmed(Town.settling());
        var claim = new ClaimDoor.Claim(with.number(), ONE, "A friend.");
        assertThat(town.office.claims().claim(Optional.empty(), Town.key(), claim)).isEmpty();
        assertThat(steps(with)).isEqualTo(steps(without));
        for (var filing : List.of(with, without)) {
            town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));
        }
        assertThat(steps(with)).isEqualTo(steps(without)).last().asString().contains("claimed");
        for (var filing : List.of(with, without)) {
            var end = new TravellerCommand.EndProtectionClaim(filing.id(), ONE);
            town.done(town.party(filing), end);
        }
        assertThat(steps(with)).isEqualTo(steps(without));
        for (var filing : List.of(with, without)) {
            town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        }
        assertThat(steps(with)).isEqualTo(steps(without));
        assertThat(verdict(receipt(with))).isEqualTo(verdict(receipt(without)));
    }

    /** What a receipt proves, without what differs between any two applications. */
    private List<String> steps(Town.Filing filing) throws InterruptedException {
        town.sequenced();
        var receipt = town.office.ledger().receipt(town.party(filing), filing.id()).orElseThrow();
        assertThat(receipt.waiting()).isEmpty();
        return receipt.steps().stream()
                .map(step -> {
                    var event = step.event();
                    var text = step.payload().map(Receipt.Payload::text).orElse("none");
                    return String.join(
                            " ",
                            event.type(),
                            Long.toString(event.sequence()),
                            event.actor(),
                            event.authority(),
                            text.replaceAll("EX-[0-9A-Z-]+", "NUMBER")
                                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"));
                })
                .toList();
    }

    /** Of the other people of an application a receipt holds nothing that they alone may see. */
    @Test
    void a_companion_gets_no_others_words() throws Exception {
        var filing =
                town.file(
                        Town.settling(),
                        Town.adult(Town.TWO, "CN", new Purpose("settle"), Town.routeA()));
        town.sequenced();
        var receipt = town.office.ledger().receipt(town.party(filing), filing.id()).orElseThrow();
        var verdict = ReceiptCheck.check(receipt.toJson(), key());
        assertThat(verdict.wrong()).isEmpty();
        var applied = receipt.steps().getFirst();
        assertThat(applied.event().type()).isEqualTo("applied");
        assertThat(applied.payload()).isEmpty();
        assertThat(receipt.toJson()).doesNotContain(Town.PLANTED);
    }

    @Test
    void a_witness_that_is_known_may_sign_and_nobody_else() throws Exception {
        town.confirmed(Town.settling());
        town.sequenced();
        var ledger = town.office.ledger();
        var note = ledger.checkpoint().orElseThrow();
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var cosigned = note + line(pair, note, "witness.example/w1");
        assertThat(ledger.cosign(cosigned)).isEmpty();
        Files.writeString(
                town.data.resolve("witnesses"),
                "# who looks on\n" + vkey(pair, "witness.example/w1"));

        assertThat(ledger.cosign(cosigned)).containsExactly("witness.example/w1");
        assertThat(ledger.cosign(cosigned)).isEmpty();

        assertThat(ledger.cosigned()).contains(cosigned);
        assertThat(LogCheck.check(key(), files(), List.of(cosigned)).wrong()).isEmpty();
        assertThatThrownBy(() -> ledger.cosign(cosigned.replaceFirst("\n[0-9]+\n", "\n1\n")))
                .isInstanceOf(OfficeException.class);
        Files.delete(town.data.resolve("witnesses"));
    }

    private static byte[] named(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return ByteBuffer.allocate(33).put((byte) 4).put(raw).array();
    }

    private static byte[] id(KeyPair pair, String name) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha.digest(named(pair)), 4);
    }

    private static String vkey(KeyPair pair, String name) throws Exception {
        return name
                + "+"
                + HexFormat.of().formatHex(id(pair, name))
                + "+"
                + Base64.getEncoder().encodeToString(named(pair));
    }

    private static String line(KeyPair pair, String note, String name) throws Exception {
        var text = note.substring(0, note.indexOf("\n\n") + 1);
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(
                ("cosignature/v1\ntime 1790000000\n" + text).getBytes(StandardCharsets.UTF_8));
        var bytes =
                ByteBuffer.allocate(76)
                        .put(id(pair, name))
                        .putLong(1_790_000_000L)
                        .put(signature.sign())
                        .array();
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    @Test
    void a_file_that_is_not_there_is_not_served() {
        var ledger = town.office.ledger();
        for (var path : new String[] {"tile/0/999", "tile/entries/999", "tile/0/../x", "keys"}) {
            assertThat(ledger.file(path)).as(path).isEqualTo(Optional.empty());
        }
    }
}
