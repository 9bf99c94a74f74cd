package exeat.desk.inspect;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.IssueState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.inspect.AuditSampling.DrawResult;
import exeat.desk.inspect.Redecisions.Answered;
import exeat.ledger.verify.LogFiles;
import exeat.ledger.verify.SampleCheck;
import exeat.ledger.verify.VerifierKey;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionIT {

    private static final String SEED = "ab".repeat(32);
    private static final String COMMITMENT =
            exeat.store.Bytes.of(java.util.HexFormat.of().parseHex(SEED)).sha256().hex();
    private static final String PASSWORD = "looks and changes nothing";

    private static int auditors;

    private final Town town = Town.shared();

    private Session auditor() {
        var login = "auditor." + ++auditors;
        town.office
                .officerAccounts()
                .createAuditor(new OfficerId(login), PASSWORD, "A. Uditor", ROOT);
        return town.office.authentication().signInOfficer(login, PASSWORD).orElseThrow();
    }

    private FileAddress at(Session auditor, Town.Filing filing) {
        return town.office.inspections().names(auditor).address(filing.id());
    }

    private Town.Filing approved() throws InterruptedException {
        var filing = town.confirmed(Town.settling());
        town.clear(filing, ONE);
        town.authorise(filing, ONE);
        return filing;
    }

    @Test
    void an_auditor_reads_a_case_under_other_names_which_stay_the_same() throws Exception {
        var filing = approved();
        var auditor = auditor();
        town.sequenced();

        var file = town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();
        var whole = file.toJson();

        assertThat(whole)
                .doesNotContain(Town.PLANTED)
                .doesNotContain("Chol Su")
                .doesNotContain(filing.number())
                .doesNotContain(YANJI_FA + ".1")
                .doesNotContain("korean")
                .contains("protected, not shown to auditors")
                .contains("approve in general")
                .contains("authorised");
        assertThat(file.name().toString()).startsWith("File ");
        assertThat(
                        town.office
                                .inspections()
                                .file(auditor, at(auditor, filing))
                                .orElseThrow()
                                .toJson())
                .isEqualTo(file.toJson());
        var second = auditor();
        assertThat(town.office.inspections().file(second, at(second, filing)).orElseThrow().name())
                .as("in another audit another name")
                .isNotEqualTo(file.name());
        assertThat(file.steps()).allMatch(step -> step.entry().isEmpty());
        assertThat(town.office.inspections().files(auditor, 50))
                .extracting(Inspections.FileRow::name)
                .contains(file.name());
    }

    @Test
    void by_name_only_for_a_reason_that_the_person_is_told() throws Exception {
        var filing = approved();
        var auditor = auditor();
        var inspections = town.office.inspections();

        assertThat(inspections.reveal(auditor, at(auditor, filing), "why not"))
                .isEqualTo(Inspections.Revealed.NO_REASON);
        assertThat(inspections.file(auditor, at(auditor, filing)).orElseThrow().revealed())
                .isFalse();
        assertThat(inspections.told(town.party(filing))).isEmpty();
        var reason = "The person asked the auditor to look at it.";
        assertThat(inspections.reveal(auditor, at(auditor, filing), reason))
                .isEqualTo(Inspections.Revealed.DONE);

        var file = inspections.file(auditor, at(auditor, filing)).orElseThrow();
        assertThat(file.name()).hasToString(filing.number());
        assertThat(file.toJson()).contains(YANJI_FA + ".1").doesNotContain("\"korean\"");
        assertThat(inspections.told(town.party(filing)))
                .extracting(Inspections.RevealNotice::reason)
                .containsExactly(reason);
        var other = town.confirmed(Town.settling());
        assertThat(inspections.told(town.party(other))).isEmpty();
        var second = auditor();
        assertThat(inspections.file(second, at(second, filing)).orElseThrow().revealed())
                .as("to that auditor alone")
                .isFalse();
    }

    @Test
    void what_was_said_of_a_person_goes_with_their_file() throws Exception {
        var filing = Secrets.confirmed(town, Town.settling());
        var auditor = auditor();
        town.office
                .inspections()
                .reveal(auditor, at(auditor, filing), "A reason that names somebody.");
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), ONE));
        town.done(town.party(filing), new ArchiveCommand.EraseOwn(filing.id(), ONE));
        assertThat(town.office.inspections().told(town.party(filing)))
                .extracting(Inspections.RevealNotice::reason)
                .containsExactly("");
        var file = town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();
        assertThat(file.toJson()).doesNotContain(Town.PLANTED);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void an_auditor_gives_no_command_and_reads_no_other_way() throws Exception {
        var filing = approved();
        var auditor = auditor();
        var ask =
                new TravellerCommand.Ask(
                        filing.id(), ONE, new RequestedItem.OfDocument("photograph"));
        assertThat(town.rejected(auditor, ask)).isNotNull();
        assertThat(town.rejected(auditor, new TravellerCommand.ClaimProtection(filing.id(), ONE)))
                .isNotNull();
        assertThat(town.office.cases().find(auditor, filing.id())).isEmpty();
        assertThat(town.office.cases().byNumber(auditor, filing.number())).isEmpty();
        assertThat(town.office.cases().history(auditor, filing.id())).isEmpty();
        assertThatThrownBy(() -> town.office.redecisions().questions(auditor))
                .isInstanceOf(OfficeException.class);
        var address = at(auditor, filing);
        for (var session :
                java.util.List.of(town.officer(ROOT), town.officer(YANJI_FA), town.party(filing))) {
            assertThatThrownBy(() -> town.office.inspections().file(session, address))
                    .isInstanceOf(OfficeException.class);
            assertThatThrownBy(() -> town.office.inspections().files(session, 1))
                    .isInstanceOf(OfficeException.class);
            assertThatThrownBy(() -> town.office.sampling().samples(session))
                    .isInstanceOf(OfficeException.class);
        }
    }

    @Test
    void that_somebody_seeks_protection_is_read_by_no_auditor() throws Exception {
        var filing = approved();
        var auditor = auditor();
        var before = town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();
        town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));
        var file = town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();
        assertThat(file).isEqualTo(before);
    }

    @Test
    void no_step_about_protection_is_told_to_an_auditor_or_counted() throws Exception {
        var filing = approved();
        var auditor = auditor();
        var before = town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();
        var row = row(auditor, before.name());
        town.pass(Duration.ofMinutes(1));
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.ClaimForAnother(filing.id(), ONE, "a friend asks"));
        for (int n : new int[] {1, 2}) {
            town.done(
                    town.officer(new AuthorityId("jl-yanji"), n),
                    new TravellerCommand.HearProtection(filing.id(), ONE, true, "a card", "Hers."));
        }

        var after = town.office.inspections().file(auditor, at(auditor, filing)).orElseThrow();

        assertThat(after.steps())
                .extracting(InspectedCase.Step::type)
                .isEqualTo(before.steps().stream().map(InspectedCase.Step::type).toList());
        assertThat(after.toJson()).doesNotContain("protection-");
        assertThat(row(auditor, before.name())).isEqualTo(row);
    }

    private Inspections.FileRow row(Session auditor, AuditName name) {
        return town.office.inspections().files(auditor, 50).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_sample_is_drawn_as_nobody_could_foresee_and_a_stranger_draws_it_again()
            throws Exception {
        town.pass(Duration.ofMinutes(1));
        var since = town.clock().instant();
        for (int i = 0; i < 5; i++) {
            approved();
        }
        var refused = town.confirmed(Town.referred());
        town.byTwo(refused, YANJI_FA, new TwoOfficerAct.Refuse());
        town.pass(Duration.ofMinutes(1));
        var auditor = auditor();
        var sampling = town.office.sampling();
        var until = town.clock().instant();
        assertThat(sampling.commit(auditor, until, since, 4, Optional.of(COMMITMENT))).isEmpty();
        assertThat(sampling.commit(auditor, since, until, 4, Optional.of("no hash"))).isEmpty();
        var id = sampling.commit(auditor, since, until, 4, Optional.of(COMMITMENT)).orElseThrow();
        assertThat(sampling.toJson(auditor, id)).isEmpty();
        town.sequenced();
        assertThat(sampling.draw(auditor(), id, Optional.of(SEED))).isEqualTo(DrawResult.NOT_THERE);
        assertThat(sampling.draw(auditor, id, Optional.of("cd".repeat(32))))
                .isEqualTo(DrawResult.ANOTHER_SEED);
        assertThat(sampling.draw(auditor, id, Optional.of(SEED))).isEqualTo(DrawResult.DONE);
        assertThat(sampling.draw(auditor, id, Optional.of(SEED)))
                .isEqualTo(DrawResult.DRAWN_BEFORE);
        town.sequenced();

        var drawn = sampling.drawn(auditor, id);
        assertThat(drawn).hasSize(4);
        assertThat(drawn).allSatisfy(one -> assertThat(one.unit()).isPresent());
        var key = VerifierKey.parse(town.office.ledger().key()).orElseThrow();
        var file = sampling.toJson(auditor, id).orElseThrow();
        var verdict = SampleCheck.check(file, key);
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown()).anyMatch(s -> s.contains("gives the same 4 cases"));
        assertThat(SampleCheck.inLog(file, key, log()).wrong()).isEmpty();
        var steered = file.replace(drawn.getFirst().ticket(), "0".repeat(64));
        assertThat(SampleCheck.check(steered, key).wrong()).isNotEmpty();
        assertThat(SampleCheck.check(file.replace(SEED, "cd".repeat(32)), key).wrong())
                .isNotEmpty();
        assertThat(town.office.audit()).isEmpty();
    }

    private LogFiles log() {
        var ledger = town.office.ledger();
        return path ->
                path.equals("checkpoint")
                        ? ledger.checkpoint().map(note -> note.getBytes(StandardCharsets.UTF_8))
                        : ledger.file(path);
    }

    /** An officer of any unit, to which the directive comes down now if it had not. */
    private Session briefed(AuthorityId unit) {
        var tree = town.office.register().directive("prc-1963").orElseThrow().authorities();
        var line = new java.util.ArrayList<AuthorityId>();
        for (var at = Optional.of(tree.get(unit));
                at.isPresent();
                at = tree.parent(at.get().id())) {
            line.addFirst(at.get().id());
        }
        for (var above : line.subList(0, line.size() - 1)) {
            town.give(
                    town.officer(above), new BriefingCommand.HandDown(new BriefingId("prc-1963")));
        }
        return town.office.authentication().resume(town.officer(unit).token()).orElseThrow();
    }

    @Test
    void a_second_officer_decides_from_the_facts_alone_and_a_disagreement_is_an_issue()
            throws Exception {
        town.pass(Duration.ofMinutes(1));
        var since = town.clock().instant();
        var filing = approved();
        town.pass(Duration.ofMinutes(1));
        var auditor = auditor();
        var sampling = town.office.sampling();
        var id =
                sampling.commit(auditor, since, town.clock().instant(), 1, Optional.empty())
                        .orElseThrow();
        town.sequenced();
        assertThat(sampling.draw(auditor, id, Optional.empty())).isEqualTo(DrawResult.DONE);
        var drawn = sampling.drawn(auditor, id).getFirst();
        assertThat(drawn.id()).isEqualTo(at(auditor, filing));
        var unit = drawn.unit().orElseThrow();
        assertThat(unit).isNotEqualTo(YANJI_FA);
        var again = town.office.redecisions();
        var second = briefed(unit);
        var asked =
                again.questions(second).stream()
                        .filter(q ->
                                q.id().equals(again.question(id, Bytes.of(hex(drawn.ticket())))))
                        .findFirst()
                        .orElseThrow();

        assertThat(asked.facts()).contains("ethnicity: korean", "purpose: settle");
        assertThat(asked.toString())
                .doesNotContain(Town.PLANTED)
                .doesNotContain(filing.number())
                .doesNotContain("approve")
                .as("no officer finds the case in the log by its question")
                .doesNotContain(id)
                .doesNotContain(drawn.ticket())
                .doesNotContain(YANJI_FA.text());
        var why = "The facts do not carry it, as I read the text.";
        assertThat(again.answer(town.officer(YANJI_FA), asked.id(), false, why))
                .isEqualTo(Answered.NOT_THERE);
        assertThat(again.answer(second, asked.id(), false, "no")).isEqualTo(Answered.NO_WORDS);
        var before = town.state(filing, ONE).stage();
        var issue = Redecisions.id(id, drawn.ticket());
        assertThat(again.take(second, asked.id(), false, why)).isEqualTo(Answered.TAKEN);
        assertThat(again.answer(second, asked.id(), true, why)).isEqualTo(Answered.NOT_THERE);
        assertThat(town.office.issues().of(second, unit))
                .as("a crash between the answer and what comes of it")
                .extracting(IssueState::id)
                .doesNotContain(issue);
        town.office.passTime();
        assertThat(again.raise()).as("once").isZero();

        var count = AuditSampling.disagreement(sampling.drawn(auditor, id));
        assertThat(count.of()).isEqualTo(1);
        assertThat(count.all()).isEqualTo(1);
        assertThat(count.atLeast()).isBetween(0.02, 0.03);
        assertThat(town.state(filing, ONE).stage()).as("no case is changed").isEqualTo(before);
        assertThat(town.office.issues().of(second, unit))
                .filteredOn(one -> one.id().equals(issue))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.raisedBy()).isEqualTo(unit);
                    assertThat(one.text())
                            .contains("A blind second decision")
                            .doesNotContain(id)
                            .doesNotContain(drawn.ticket().substring(0, 16));
                });
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void what_is_asked_again_is_withdrawn_when_somebody_seeks_protection() throws Exception {
        town.pass(Duration.ofMinutes(1));
        var since = town.clock().instant();
        var filing = approved();
        town.pass(Duration.ofMinutes(1));
        var auditor = auditor();
        var sampling = town.office.sampling();
        var id =
                sampling.commit(auditor, since, town.clock().instant(), 1, Optional.empty())
                        .orElseThrow();
        town.sequenced();
        assertThat(sampling.draw(auditor, id, Optional.empty())).isEqualTo(DrawResult.DONE);
        var drawn = sampling.drawn(auditor, id).getFirst();
        var second = briefed(drawn.unit().orElseThrow());
        var again = town.office.redecisions();
        var question = again.question(id, Bytes.of(hex(drawn.ticket())));
        assertThat(again.questions(second)).anyMatch(q -> q.id().equals(question));

        town.done(town.party(filing), new TravellerCommand.ClaimProtection(filing.id(), ONE));
        assertThat(again.questions(second)).noneMatch(q -> q.id().equals(question));
        var why = "The facts do not carry it, as I read the text.";
        assertThat(again.answer(second, question, false, why)).isEqualTo(Answered.NOT_THERE);
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }
}
