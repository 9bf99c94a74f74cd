package exeat.desk.write;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.TWO;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.access.Disclosure;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.state.Erasure;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.HoldGround;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Backstage;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Patience;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.operator.OperatorKey;
import exeat.ledger.verify.ReceiptCheck;
import exeat.ledger.verify.VerifierKey;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is erased is gone, that it was stays, and nothing else goes. */
@Tag("day")
class ErasureIT {

    private static final Town town = Town.alone();

    private Town.Filing withdrawn() {
        return left(town.confirmed(Town.settling()));
    }

    private Town.Filing left(Town.Filing filing) {
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        return filing;
    }

    private static Command propose(Town.Filing filing) {
        return new ArchiveCommand.ProposeErasure(
                filing.id(), "Data Act, section 17", "no longer needed");
    }

    private static Command second(Town.Filing filing) {
        return new ArchiveCommand.SecondErasure(
                filing.id(), "Data Act, section 17", "no longer needed");
    }

    private void eraseByTwo(Town.Filing filing) {
        town.done(town.officer(JILIN, 1), propose(filing));
        town.done(town.officer(JILIN, 2), second(filing));
    }

    private Disclosure.TravellerSeen seen(Session session, Town.Filing filing, TravellerNo no) {
        var view = town.office.cases().find(session, filing.id()).orElseThrow();
        return Optional.ofNullable(view.seen().travellers().get(no)).orElseThrow();
    }

    private long count(String sql, Town.Filing filing) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(superuser, sql.formatted(filing.id().key()))
                    .getFirst()
                    .number("n");
        }
    }

    private static final String ROWS =
            "select count(%s) as n from exeat.%s p join exeat.stream t on t.id = p.stream"
                    + " where t.key = '%%s'";
    private static final String PAYLOADS = ROWS.formatted("p.sealed", "event");
    private static final String KEYS = ROWS.formatted("*", "traveller_key");
    private static final String EVENTS = ROWS.formatted("*", "event");

    private String wrapped(Town.Filing filing) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(
                            superuser,
                            """
                            select encode(k.wrapped, 'hex') as wrapped from exeat.stream_key k
                            join exeat.stream t on t.id = k.stream where t.key = '%s'
                            """
                                    .formatted(filing.id().key()))
                    .getFirst()
                    .text("wrapped");
        }
    }

    @Test
    void two_officers_of_a_committee_erase_a_file_and_what_happened_stays() throws Exception {
        var filing = withdrawn();
        town.sequenced();
        var receipt =
                town.office
                        .ledger()
                        .receipt(town.party(filing), filing.id())
                        .orElseThrow()
                        .toJson();
        long events = count(EVENTS, filing);
        var before = wrapped(filing);

        eraseByTwo(filing);

        // The proposal and the erasure came to the events; of payloads, the erasure's alone is
        // there.
        assertThat(count(EVENTS, filing)).isEqualTo(events + 2);
        assertThat(count(PAYLOADS, filing)).isEqualTo(1);
        assertThat(count(KEYS, filing)).isZero();
        assertThat(wrapped(filing)).isNotEqualTo(before);
        for (var session :
                List.of(town.officer(YANJI_FA), town.officer(JILIN), town.party(filing))) {
            assertThat(seen(session, filing, ONE))
                    .isInstanceOfSatisfying(
                            Disclosure.Erased.class,
                            erased -> {
                                assertThat(erased.erasure().ground())
                                        .isEqualTo(Erasure.ErasureGround.DATA_PROTECTION);
                                assertThat(erased.erasure().basis())
                                        .isEqualTo("Data Act, section 17");
                                assertThat(erased.erasure().first())
                                        .isNotEqualTo(erased.erasure().second());
                            });
            assertThat(town.office.cases().history(session, filing.id()))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.event())
                                    .isInstanceOfSatisfying(
                                            CaseEvent.Erased.class,
                                            erased ->
                                                    assertThat(erased.steps())
                                                            .as("numbers tell of claims")
                                                            .isEmpty()));
        }
        assertThat(
                        town.rejected(
                                town.party(filing),
                                new TravellerCommand.ClaimProtection(filing.id(), ONE)))
                .isEqualTo(Code.ERASED);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();

        var key = VerifierKey.parse(town.office.ledger().key()).orElseThrow();
        assertThat(ReceiptCheck.check(receipt, key).wrong()).isEmpty();
        var after =
                town.office
                        .ledger()
                        .receipt(town.party(filing), filing.id())
                        .orElseThrow()
                        .toJson();
        assertThat(ReceiptCheck.check(after, key).wrong()).isEmpty();
        assertThat(town.office.erasureLog().all())
                .anySatisfy(one -> assertThat(one.id()).isEqualTo(filing.id()));
    }

    @Test
    void only_two_different_officers_of_a_committee_may() {
        var filing = withdrawn();
        for (var session : List.of(town.officer(YANJI_FA), town.party(filing))) {
            assertThat(town.rejected(session, propose(filing))).isEqualTo(Code.NOT_ALLOWED);
        }
        assertThat(town.rejected(town.officer(Town.TUMEN_FA), propose(filing)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(town.rejected(town.officer(JILIN), second(filing))).isEqualTo(Code.NOT_FOUND);
        town.done(town.officer(JILIN, 1), propose(filing));
        assertThat(town.rejected(town.officer(JILIN, 1), second(filing)))
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(town.rejected(town.officer(YANJI_FA), second(filing)))
                .isEqualTo(Code.NOT_ALLOWED);
        var byTime = new ArchiveCommand.EraseByRetention(filing.id(), 1, "a law");
        var again = new ArchiveCommand.EraseAgain(filing.id(), java.util.Set.of(ONE), "was");
        for (var command : List.of(byTime, again)) {
            assertThat(town.rejected(town.officer(JILIN), command)).isEqualTo(Code.NOT_ALLOWED);
            assertThat(town.rejected(town.party(filing), command)).isEqualTo(Code.NOT_ALLOWED);
        }
        // The second agrees to the words that they read, not to what has replaced them since.
        var other = new ArchiveCommand.ProposeErasure(filing.id(), "none", "it shows what I did");
        town.done(town.officer(JILIN, 1), other);
        assertThat(town.rejected(town.officer(ROOT), second(filing))).isEqualTo(Code.NOT_FOUND);
        town.done(town.officer(JILIN, 1), propose(filing));
        // A committee above is one too.
        town.done(town.officer(ROOT), second(filing));
        assertThat(town.rejected(town.officer(JILIN), propose(filing))).isEqualTo(Code.ERASED);
    }

    @Test
    void a_person_has_their_own_part_erased_and_who_came_along_stays() throws Exception {
        var other = Town.adult(TWO, "CN", new Purpose("settle"), Town.routeA());
        var family = Secrets.entered(town, Town.settling(), other);
        var one = town.party(family);
        var two = Secrets.party(town, family, Secrets.of(town, YANJI_FA, family.id(), TWO));
        for (var no : List.of(ONE, TWO)) {
            var session = no.equals(ONE) ? one : two;
            town.done(
                    session,
                    new TravellerCommand.Confirm(
                            family.id(), no, EnumSet.allOf(Consequence.class)));
        }
        town.done(one, new TravellerCommand.Withdraw(family.id(), ONE));
        // The other one's case is alive, and may need what this one said.
        assertThat(town.rejected(one, new ArchiveCommand.EraseOwn(family.id(), ONE)))
                .isEqualTo(Code.NOT_ENDED);
        town.done(two, new TravellerCommand.Withdraw(family.id(), TWO));
        assertThat(town.rejected(two, new ArchiveCommand.EraseOwn(family.id(), ONE)))
                .isEqualTo(Code.NOT_ALLOWED);

        town.done(one, new ArchiveCommand.EraseOwn(family.id(), ONE));

        assertThat(seen(one, family, ONE)).isInstanceOf(Disclosure.Erased.class);
        assertThat(seen(two, family, TWO))
                .isInstanceOfSatisfying(
                        Disclosure.Whole.class,
                        whole -> assertThat(whole.state().finding()).isPresent());
        assertThat(count(KEYS, family)).isEqualTo(1);
        assertThat(town.office.cases().history(two, family.id()))
                .extracting(event -> event.event().getClass().getSimpleName())
                .contains("Confirmed", "Found", "Withdrawn", "Erased");
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();

        town.done(two, new ArchiveCommand.EraseOwn(family.id(), TWO));
        assertThat(count(PAYLOADS, family)).isEqualTo(1);
        assertThat(count(KEYS, family)).isZero();
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void open_cases_and_those_kept_by_an_order_are_not_erased_and_say_why() {
        var live = town.confirmed(Town.settling());
        assertThat(town.rejected(town.officer(JILIN), propose(live))).isEqualTo(Code.NOT_ENDED);

        var appealed = town.confirmed(Town.referred());
        town.byTwo(appealed, YANJI_FA, new TwoOfficerAct.Refuse());
        town.done(
                town.party(appealed),
                new TravellerCommand.Appeal(
                        appealed.id(), ONE, new AppealSubject.Refusal(), "it is wrong"));
        assertThat(town.rejected(town.officer(JILIN), propose(appealed))).isEqualTo(Code.NOT_ENDED);

        var kept = left(Secrets.confirmed(town, Town.settling()));
        var keep =
                new ArchiveCommand.PlaceLegalHold(
                        kept.id(), "needed in case 7 of the county court");
        assertThat(town.rejected(town.officer(YANJI_FA), keep)).isEqualTo(Code.NOT_ALLOWED);
        town.done(town.officer(JILIN), keep);
        assertThat(town.rejected(town.officer(JILIN), propose(kept))).isEqualTo(Code.KEPT_BY_ORDER);
        assertThat(town.rejected(town.party(kept), new ArchiveCommand.EraseOwn(kept.id(), ONE)))
                .isEqualTo(Code.KEPT_BY_ORDER);
        town.done(
                town.officer(ROOT),
                new ArchiveCommand.LiftLegalHold(kept.id(), "the court has decided"));
        town.done(town.party(kept), new ArchiveCommand.EraseOwn(kept.id(), ONE));

        var ordered = Secrets.confirmed(town, Town.settling());
        var order = new HoldGround.CourtOrder("7/63", town.today().plusDays(20), true);
        town.byTwo(
                ordered,
                YANJI_PS,
                new TwoOfficerAct.PlaceHold(
                        order,
                        "a copy",
                        town.today().plusDays(20),
                        Optional.of(town.state(ordered, ONE).openClearances().getFirst().name()),
                        Optional.empty()));
        town.done(town.party(ordered), new TravellerCommand.Withdraw(ordered.id(), ONE));
        assertThat(
                        town.rejected(
                                town.party(ordered),
                                new ArchiveCommand.EraseOwn(ordered.id(), ONE)))
                .isEqualTo(Code.KEPT_BY_ORDER);

        var claiming = withdrawn();
        town.done(town.party(claiming), new TravellerCommand.ClaimProtection(claiming.id(), ONE));
        assertThat(town.rejected(town.officer(JILIN), propose(claiming))).isEqualTo(Code.SUSPENDED);
    }

    @Test
    void time_erases_by_a_rule_that_two_operators_approved_and_people_were_told_of()
            throws Exception {
        var own = Town.alone();
        var filing = own.confirmed(Town.settling());
        own.done(own.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        var live = own.confirmed(Town.settling());
        own.pass(Duration.ofDays(40));
        assertThat(own.office.retention().pass().erased()).isZero();

        Files.writeString(
                own.data.resolve("retention"), "# ours\nprc-1963  30  Archives Act, section 12\n");
        assertThat(own.office.retention().pass().erased()).as("nobody approved it").isZero();
        approved(own);
        assertThat(own.office.retention().pass().erased()).isEqualTo(1);
        assertThat(own.office.retention().pass().erased()).isZero();

        var officer = own.officer(YANJI_FA);
        var view = own.office.cases().find(officer, filing.id()).orElseThrow().seen();
        assertThat(view.travellers().get(ONE))
                .isInstanceOfSatisfying(
                        Disclosure.Erased.class,
                        erased ->
                                assertThat(erased.erasure().basis())
                                        .isEqualTo("Archives Act, section 12"));
        assertThat(own.state(live, ONE).finding()).isPresent();
        own.sequenced();
        assertThat(own.office.audit()).isEmpty();
        own.office.close();
    }

    /** Two operators, each for seven days at least, and then thirty days of notice. */
    private static void approved(Town own) throws Exception {
        var operators = own.office.operators();
        var retention = own.office.retention();
        var rule = retention.rules().getFirst().approval();
        var one = OperatorKey.make("one", own.data.resolve("one.key"));
        var two = OperatorKey.make("two", own.data.resolve("two.key"));
        assertThat(operators.add("one", one.open(), Optional.of(one))).isEmpty();
        assertThat(operators.add("two", two.open(), Optional.empty())).isPresent();
        assertThat(operators.add("two", two.open(), Optional.of(one))).isEmpty();
        operators.acting(Optional.of(one), rule);
        operators.acting(Optional.of(two), rule);
        own.sequenced();
        assertThat(operators.agreed(rule)).as("both are there since today").isEmpty();
        own.pass(Duration.ofDays(8));
        operators.acting(Optional.of(one), rule);
        operators.acting(Optional.of(one), rule);
        operators.acting(Optional.of(two), rule.replace("30 days", "300 days"));
        own.sequenced();
        assertThat(retention.approved()).as("one alone, and another rule").isEmpty();
        operators.acting(Optional.of(two), rule);
        own.sequenced();
        assertThat(retention.approved()).hasSize(1);
        own.pass(Duration.ofDays(29));
        assertThat(retention.pass().erased()).as("people are being told").isZero();
        own.pass(Duration.ofDays(2));
        assertThatThrownBy(() -> operators.acting(Optional.empty(), "anything"))
                .isInstanceOf(OfficeException.class);
    }

    @Test
    void what_comes_back_with_an_older_copy_is_erased_again_before_anybody_sees_it()
            throws Exception {
        var own = Town.alone();
        var filing = Secrets.confirmed(own, Town.settling());
        var session = own.party(filing);
        var live = own.confirmed(Town.settling());
        var other = own.party(live);
        own.sequenced();
        own.office.close();
        var copy = own.data.resolveSibling(own.data.getFileName() + "-copy");
        copy(own.data.resolve("postgres"), copy);

        var settings = OfficeSettings.embedded(own.data, Town.packs());
        try (var office = Office.open(settings, own.clock())) {
            var desk = office.desk();
            desk.handle(session, Town.key(), new TravellerCommand.Withdraw(filing.id(), ONE));
            var reply =
                    desk.handle(session, Town.key(), new ArchiveCommand.EraseOwn(filing.id(), ONE));
            assertThat(reply).isInstanceOf(Reply.Done.class);
            proved(office, own.data);
        }
        // The database as it was before; what lies outside it stays.
        delete(own.data.resolve("postgres"));
        copy(copy, own.data.resolve("postgres"));
        Files.writeString(
                own.data.resolve("ledger").resolve("erasures"),
                marked(own.data, live.id().key() + " 9 1 2026-12-01T00:00:00Z RETENTION"),
                StandardOpenOption.APPEND);
        var proofs = own.data.resolve("ledger").resolve("erasures.proofs");
        var proof = Files.readString(proofs);
        assertThat(proof).contains(filing.id().key());
        Files.writeString(
                proofs,
                "\n" + proof.strip().replace(filing.id().key(), live.id().key()) + "\n",
                StandardOpenOption.APPEND);

        try (var office = Office.open(settings, own.clock())) {
            var view = office.cases().find(session, filing.id()).orElseThrow().seen();
            assertThat(view.travellers().get(ONE))
                    .isInstanceOfSatisfying(
                            Disclosure.Erased.class,
                            erased ->
                                    assertThat(erased.erasure().ground())
                                            .isEqualTo(Erasure.ErasureGround.AGAIN));
            assertThat(office.eraseAgain()).isZero();
            var untouched = office.cases().find(other, live.id()).orElseThrow().seen();
            assertThat(untouched.travellers().get(ONE))
                    .as("a line with the mark of the office's keys, and a proof that is none")
                    .isInstanceOf(Disclosure.Whole.class);
        }
        delete(copy);
    }

    /** Until the erasure is in the log, and its proof outside. */
    private static void proved(Office office, Path data) throws Exception {
        var patience = Patience.of(Duration.ofSeconds(60));
        while (office.erasureLog().proved().isEmpty()) {
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(100);
            office.erasureLog().keepWaiting();
        }
        assertThat(office.erasureLog().proved()).hasSameSizeAs(office.erasureLog().all());
        assertThat(data.resolve("ledger").resolve("erasures.proofs")).isNotEmptyFile();
    }

    /** As whoever has the office's keys writes it. */
    private static String marked(Path data, String line) {
        var vault = new Vault(Keys.in(data));
        return "\n" + line + " " + vault.keyed("erasure", line).hex() + "\n";
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        // With owners and modes, which the server insists on.
        var copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO();
        assertThat(copying.start().waitFor()).isZero();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
