package exeat.desk.inspect;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.protection.ClaimDoor;
import exeat.store.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an auditor is given of a case with a claim to protection is what they are given of one
 * without, and what they were given before it.
 */
class AuditTwinsIT {

    private static final String PASSWORD = "looks and sees no claim";
    private static final String REASON = "Both complained, and both are looked into.";

    private final Town town = Town.shared();

    private Session auditor(String login) {
        town.office
                .officerAccounts()
                .createAuditor(new OfficerId(login), PASSWORD, "A. Uditor", ROOT);
        return signedIn(login);
    }

    private Session signedIn(String login) {
        return town.office.authentication().signInOfficer(login, PASSWORD).orElseThrow();
    }

    private FileAddress at(Session auditor, Town.Filing filing) {
        return town.office.inspections().names(auditor).address(filing.id());
    }

    private InspectedCase file(Session auditor, Town.Filing filing) {
        return town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();
    }

    /** Everything of a case that an auditor is given. */
    private String given(Session auditor, Town.Filing filing) {
        var file = file(auditor, filing);
        var row =
                town.office.inspections().files(auditor, 200).stream()
                        .filter(one -> one.id().equals(at(auditor, filing)))
                        .findFirst()
                        .orElseThrow();
        return file.toJson() + row;
    }

    /** Without what differs between any two cases. */
    private String normal(Session auditor, Town.Filing filing) {
        return given(auditor, filing)
                .replace(at(auditor, filing).toString(), "ADDRESS")
                .replace(filing.number(), "NUMBER")
                .replace(filing.id().value().toString(), "ID")
                .replaceAll("[A-Z2-9]{4}-[A-Z2-9]{4}", "NAME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("[0-9a-f]{64}", "HASH")
                .replaceAll("entry \\d+|\"index\" : \\d+", "ENTRY")
                .replaceAll("(?s)\"proof\" : \\[.*?\\]", "PROOF");
    }

    private void claimed(Town.Filing filing) {
        var claim = new ClaimDoor.Claim(filing.number(), ONE, "A neighbour.");
        assertThat(town.office.claims().claim(Optional.empty(), Town.key(), claim)).isEmpty();
    }

    private void heard(Town.Filing filing, int officer) {
        town.done(
                town.officer(YANJI, officer),
                new TravellerCommand.HearProtection(filing.id(), ONE, true, "passport", "afraid"));
    }

    @Test
    void a_claim_changes_nothing_that_an_auditor_reads() throws Exception {
        var with = Secrets.confirmed(town, Town.settling());
        var without = Secrets.confirmed(town, Town.settling());
        var auditor = auditor("twins.reads");
        var byName = auditor("twins.names");
        for (var filing : new Town.Filing[] {with, without}) {
            assertThat(town.office.inspections().reveal(byName, at(byName, filing), REASON))
                    .isEqualTo(Inspections.Revealed.DONE);
        }
        town.sequenced();
        var before = given(auditor, with);
        var named = given(byName, with);
        assertThat(before).contains("approve in general");

        claimed(with);
        heard(with, 1);
        // Between the two hearings: after their own claim alone nobody need hear them.
        town.done(town.party(with), new TravellerCommand.ClaimProtection(with.id(), ONE));
        heard(with, 2);
        town.sequenced();

        assertThat(given(auditor, with)).isEqualTo(before);
        assertThat(normal(auditor, with)).isEqualTo(normal(auditor, without));
        assertThat(file(byName, with).steps()).hasSameSizeAs(file(byName, without).steps());
        assertThat(normal(byName, with))
                .contains("NUMBER")
                .isEqualTo(normal(byName, without))
                .doesNotContain("protection");
        assertThat(withoutLog(given(byName, with))).isEqualTo(withoutLog(named));
        var after = auditor("twins.names-after");
        for (var filing : new Town.Filing[] {with, without}) {
            assertThat(town.office.inspections().reveal(after, at(after, filing), REASON))
                    .isEqualTo(Inspections.Revealed.DONE);
        }
        town.sequenced();
        assertThat(normal(after, with)).isEqualTo(normal(after, without));

        town.done(town.party(with), new TravellerCommand.EndProtectionClaim(with.id(), ONE));
        assertThat(given(auditor, with)).as("nor that it ended").isEqualTo(before);
        town.clear(with, ONE);
        town.clear(without, ONE);
        assertThat(given(auditor, with)).as("and then it goes on").isNotEqualTo(before);
        assertThat(normal(auditor, with)).isEqualTo(normal(auditor, without));
    }

    /** The log itself grows, and with it every proof. */
    private static String withoutLog(String given) {
        return given.replaceAll("(?s)\"proof\" : \\[.*?\\]", "")
                .replaceAll("(?s)\"checkpoint\" : \".*?\",", "")
                .replaceAll("(?s)<section><h2>Checkpoint.*?</section>", "");
    }

    @Tag("full")
    @Test
    void what_happens_after_the_hours_is_neither_read_nor_drawn() throws Exception {
        town.pass(Duration.ofMinutes(1));
        var filing = Secrets.confirmed(town, Town.settling());
        auditor("twins.hours");
        claimed(filing);
        var before = given(signedIn("twins.hours"), filing);
        town.pass(Duration.ofHours(73));
        town.office.passTime();
        town.pass(Duration.ofMinutes(1));
        var since = town.clock().instant();
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        town.pass(Duration.ofMinutes(1));

        var auditor = signedIn("twins.hours");
        assertThat(given(auditor, filing)).isEqualTo(before);
        assertThat(eligible(auditor, since)).as("drawn, it would be told").isZero();
        var other = Secrets.confirmed(town, Town.settling());
        town.clear(other, ONE);
        town.authorise(other, ONE);
        town.pass(Duration.ofMinutes(1));
        assertThat(eligible(auditor, since)).isEqualTo(1);
        town.done(town.party(filing), new TravellerCommand.EndProtectionClaim(filing.id(), ONE));
        assertThat(given(auditor, filing)).contains("authorised").doesNotContain("protection-");
        assertThat(eligible(auditor, since)).isEqualTo(2);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    private int eligible(Session auditor, Instant since) {
        var sampling = town.office.sampling();
        var id =
                sampling.commit(auditor, since, town.clock().instant(), 1, Optional.empty())
                        .orElseThrow();
        return sampling.sample(auditor, id).orElseThrow().eligible();
    }

    @Test
    void a_drawn_case_waits_for_its_second_decision_as_any_other() throws Exception {
        town.pass(Duration.ofMinutes(1));
        var since = town.clock().instant();
        var with = Secrets.confirmed(town, Town.referred());
        town.byTwo(with, YANJI_FA, new TwoOfficerAct.Refuse());
        var without = Secrets.confirmed(town, Town.referred());
        town.byTwo(without, YANJI_FA, new TwoOfficerAct.Refuse());
        town.pass(Duration.ofMinutes(1));
        var auditor = auditor("twins.draws");
        claimed(with);
        var id =
                town.office
                        .sampling()
                        .commit(auditor, since, town.clock().instant(), 2, Optional.empty())
                        .orElseThrow();
        town.sequenced();
        assertThat(town.office.sampling().draw(auditor, id, Optional.empty()))
                .isEqualTo(AuditSampling.DrawResult.DONE);

        var drawn = town.office.sampling().drawn(auditor, id);
        assertThat(drawn)
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.unit()).isPresent();
                    assertThat(one.again()).isEmpty();
                    assertThat(one.approved()).isFalse();
                });
        assertThat(drawn)
                .extracting(AuditSampling.DrawnCase::id)
                .containsExactlyInAnyOrder(at(auditor, with), at(auditor, without));
    }

    @Test
    void nothing_that_names_a_case_elsewhere_names_it_to_an_auditor() throws Exception {
        town.pass(Duration.ofMillis(61_234));
        var filing = Secrets.confirmed(town, Town.settling());
        town.sequenced();
        var receipt = town.office.ledger().receipt(town.party(filing), filing.id()).orElseThrow();
        var auditor = auditor("twins.ids");
        var given = given(auditor, filing);

        assertThat(given).doesNotContain(filing.number(), filing.id().value().toString());
        for (var step : receipt.steps()) {
            assertThat(given)
                    .doesNotContain(step.leaf())
                    .doesNotContain(step.event().at().toString());
        }
        assertThat(given).doesNotContain("\"index\"", "\"proof\"", "\"payloadHash\"");
        var known = new FileAddress(filing.id().value());
        assertThat(town.office.inspections().file(auditor, known)).isEmpty();
        assertThat(town.office.inspections().reveal(auditor, known, REASON))
                .isEqualTo(Inspections.Revealed.NOT_THERE);
        assertThat(at(auditor, filing))
                .as("in another audit another address")
                .isNotEqualTo(at(auditor("twins.ids-other"), filing));
    }

    @Test
    void by_name_each_commitment_opens_to_the_entry_in_the_log() throws Exception {
        var filing = Secrets.confirmed(town, Town.settling());
        town.sequenced();
        var auditor = auditor("twins.opens");
        var closed = file(auditor, filing);
        assertThat(closed.steps()).isNotEmpty().allMatch(step -> step.entry().isEmpty());

        town.office.inspections().reveal(auditor, at(auditor, filing), REASON);

        var open = file(auditor, filing);
        assertThat(open.checkpoint()).isPresent();
        assertThat(open.steps())
                .extracting(InspectedCase.Step::commitment)
                .containsExactlyElementsOf(
                        closed.steps().stream().map(InspectedCase.Step::commitment).toList());
        assertThat(open.steps())
                .allSatisfy(step -> {
                    var entry = step.entry().orElseThrow();
                    assertThat(hex(entry.blind()).then(hex(entry.leaf())).sha256().hex())
                            .isEqualTo(step.commitment());
                    assertThat(entry.index()).isPresent();
                });
    }

    private static Bytes hex(String text) {
        return Bytes.of(HexFormat.of().parseHex(text));
    }
}
