package exeat.desk.report;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.Backstage;
import exeat.desk.Forger;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.audit.IntegrityAudit;
import exeat.desk.write.Reply;
import exeat.oversight.Alarm;
import exeat.oversight.Figure;
import exeat.rules.authority.AuthorityId;
import exeat.store.batch.WriteVerdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit's report, from the date to the level above, on PostgreSQL. */
@Tag("day")
class ReportIT {

    private static final ReportId YANJI_REPORTS = new ReportId("prc-1963", YANJI_FA);

    private final Town town = Town.alone();

    private SentReports reports() {
        return town.office.sentReports();
    }

    @Test
    void a_report_has_the_figures_of_its_time_and_keeps_them() throws Exception {
        town.office.passTime();
        var unit = town.officer(YANJI_FA);
        for (int n = 0; n < 3; n++) {
            town.confirmed(Town.settling());
        }
        town.sequenced();
        var typed =
                new ReportFigures(
                        town.today(),
                        Map.of(YANJI_FA, Map.of("RECEIVED", new ReportFigures.Band(99, 99))),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty());
        var key = Town.key();
        var send =
                new UnitReportCommand.SendReport(
                        YANJI_REPORTS, "two lack papers", Optional.of(typed));
        var done = town.office.desk().handle(unit, key, send);
        assertThat(done).isInstanceOf(Reply.Done.class);

        var report = reports().report(unit, YANJI_REPORTS, 1).orElseThrow();
        var received = report.figures().situation().of(YANJI_FA, Figure.RECEIVED);
        assertThat(received.text()).as("three is few, also to the unit itself").isEqualTo("<5");
        assertThat(report.log()).isPresent();
        assertThat(report.log().orElseThrow().size()).isPositive();

        // The same form sent twice is one report, though figures have moved on meanwhile.
        for (int n = 0; n < 4; n++) {
            town.confirmed(Town.settling());
        }
        var again =
                town.office
                        .desk()
                        .handle(
                                unit,
                                key,
                                new UnitReportCommand.SendReport(YANJI_REPORTS, "two lack papers"));
        assertThat(again).isEqualTo(done);
        var later = reports().report(unit, YANJI_REPORTS, 1).orElseThrow();
        assertThat(later.figures().toJson()).isEqualTo(report.figures().toJson());
        assertThat(reports().of(unit, YANJI_REPORTS).orElseThrow().reports().sent()).hasSize(1);
        assertThat(
                        town.office
                                .reports()
                                .situation(unit, YANJI_FA)
                                .situation()
                                .of(YANJI_FA, Figure.RECEIVED)
                                .text())
                .isEqualTo("5-9");

        // Levels above read it and add words; it stands below theirs.
        var above = town.officer(YANJI);
        town.done(
                above, new UnitReportCommand.AddComment(YANJI_REPORTS, 1, "we can lend a camera"));
        town.done(
                above,
                new UnitReportCommand.SendReport(new ReportId("prc-1963", YANJI), "as below"));
        var area = reports().report(above, new ReportId("prc-1963", YANJI), 1).orElseThrow();
        assertThat(area.below()).extracting(below -> below.id().unit()).containsExactly(YANJI_FA);
        assertThat(area.below().getFirst().sent().added().getFirst().text()).contains("camera");
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    /** As somebody who has the database makes a report say more than there is. */
    private void count(int more, AuthorityId unit) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(
                    superuser,
                    """
                    update exeat.report_cell c set n = n + %d where c.ctid = (
                        select x.ctid from exeat.report_cell x
                        where x.authority = '%s' and x.measure = 'RECEIVED' limit 1)
                    """
                            .formatted(more, unit));
        }
    }

    private void send(AuthorityId unit) {
        town.done(
                town.officer(unit),
                new UnitReportCommand.SendReport(new ReportId("prc-1963", unit), "sent"));
    }

    private List<IntegrityAudit.Fault> found() throws Exception {
        town.sequenced();
        return town.office.audit();
    }

    @Test
    void an_audit_works_the_figures_of_a_report_out_again_and_finds_one_that_was_changed()
            throws Exception {
        town.office.passTime();
        for (int n = 0; n < 6; n++) {
            town.confirmed(Town.settling());
        }
        town.sequenced();
        send(YANJI_FA);
        send(YANJI);
        assertThat(found()).as("nothing came between").isEmpty();

        count(30, YANJI_FA);
        send(YANJI_FA);
        count(-30, YANJI_FA);
        var wrong =
                new IntegrityAudit.Fault(
                        "report",
                        YANJI_REPORTS.key() + "#4",
                        "RECEIVED of jl-yanji-fa is 35-39, but the cases give 5-9");
        assertThat(found()).containsExactly(wrong);

        count(30, YANJI_FA);
        send(YANJI);
        count(-30, YANJI_FA);
        town.confirmed(Town.settling());
        assertThat(found())
                .as("also in the report of the level above, and after more has happened")
                .extracting(IntegrityAudit.Fault::where)
                .containsExactly("report/prc-1963/jl-yanji#4", wrong.where());
    }

    @Test
    void steps_during_a_report_are_no_fault_and_hide_none() throws Exception {
        town.office.passTime();
        town.sequenced();
        for (int n = 0; n < 3; n++) {
            town.confirmed(Town.settling());
        }
        // The head may be over some of it by now, or over none.
        send(YANJI_FA);
        town.confirmed(Town.referred());
        send(YANJI_FA);
        assertThat(found()).isEmpty();

        town.confirmed(Town.settling());
        count(30, YANJI_FA);
        send(YANJI_FA);
        count(-30, YANJI_FA);
        assertThat(found())
                .singleElement()
                .satisfies(fault -> assertThat(fault.where()).endsWith("jl-yanji-fa#5"));
    }

    @Tag("full")
    @Test
    void a_case_erased_since_may_count_one_more_in_a_report() throws Exception {
        town.office.passTime();
        var gone = Secrets.confirmed(town, Town.settling());
        var me = town.party(gone);
        town.office
                .issues()
                .raise(
                        me,
                        Town.key(),
                        new exeat.casework.value.StreamId.IssueId(java.util.UUID.randomUUID()),
                        "2.1",
                        "Whom?");
        town.confirmed(Town.settling());
        town.sequenced();
        send(YANJI_FA);
        town.done(me, new TravellerCommand.Withdraw(gone.id(), Town.ONE));
        town.done(me, new ArchiveCommand.EraseOwn(gone.id(), Town.ONE));
        send(YANJI_FA);
        assertThat(found()).isEmpty();

        count(30, YANJI_FA);
        send(YANJI_FA);
        count(-30, YANJI_FA);
        assertThat(found()).hasSize(1);
    }

    @Test
    void other_units_neither_see_nor_send_a_report() {
        town.office.passTime();
        var unit = town.officer(YANJI_FA);
        town.done(unit, new UnitReportCommand.SendReport(YANJI_REPORTS, "as it stands"));
        var filing = town.confirmed(Town.settling());
        for (var other : List.of(TUMEN_FA, YANJI_PS)) {
            var session = town.officer(other);
            assertThat(reports().report(session, YANJI_REPORTS, 1)).isEmpty();
            assertThat(reports().list(session, "prc-1963"))
                    .extracting(state -> state.id().unit())
                    .contains(other)
                    .doesNotContain(YANJI_FA);
            for (var command :
                    List.of(
                            new UnitReportCommand.SendReport(YANJI_REPORTS, "theirs"),
                            new UnitReportCommand.AddComment(YANJI_REPORTS, 1, "theirs"),
                            new UnitReportCommand.RequestReport(
                                    YANJI_REPORTS, town.today(), "theirs"))) {
                assertThat(town.rejected(session, command))
                        .as(other + " " + command.getClass().getSimpleName())
                        .isEqualTo(Rejection.Code.NOT_FOUND);
            }
        }
        assertThat(
                        town.rejected(
                                town.officer(YANJI),
                                new UnitReportCommand.SendReport(YANJI_REPORTS, "x")))
                .isEqualTo(Rejection.Code.NOT_ALLOWED);
        var party = town.party(filing);
        assertThat(reports().report(party, YANJI_REPORTS, 1)).isEmpty();
        assertThatThrownBy(() -> reports().list(party, "prc-1963"))
                .hasMessageContaining("only officers");
        assertThat(town.rejected(party, new UnitReportCommand.SendReport(YANJI_REPORTS, "mine")))
                .isEqualTo(Rejection.Code.NOT_FOUND);
    }

    @Test
    void the_level_above_sees_what_is_missing_by_days() {
        town.office.passTime();
        town.pass(Duration.ofDays(12));
        for (int n = 0; n < 3; n++) {
            town.office.passTime();
            town.pass(Duration.ofDays(1));
        }
        var jilin = town.office.authentication().signInOfficer("jl.1", "right jl.1").orElseThrow();
        var alarms =
                town.office.reports().overview(jilin, JILIN).alarms().stream()
                        .filter(alarm -> alarm.kind() == Alarm.Kind.REPORT_MISSING)
                        .filter(alarm -> alarm.unit().equals(YANJI_FA))
                        .toList();
        assertThat(alarms).isNotEmpty();
        assertThat(alarms.getFirst().words()).contains("days overdue");
        var due = reports().of(jilin, YANJI_REPORTS).orElseThrow().reports().dues().getFirst();
        assertThat(due.reminded()).isPresent();
        assertThat(due.levels().getFirst().to()).isEqualTo(new AuthorityId("jl-fa"));
    }

    @Test
    void a_unit_sends_its_own_reports_and_levels_above_only_ask_and_add_words() throws Exception {
        town.office.passTime();
        var own = "report/prc-1963/" + YANJI_FA;
        var version = new Forger(town).version(own);
        assertThat(version).as("it was opened").isPositive();
        for (var type : List.of("report-sent", "report-due", "report-asked", "words-added")) {
            assertThat(forged(TUMEN_FA, own, type)).as(type).isEqualTo(WriteVerdict.ACCESS);
            assertThat(forged(YANJI_PS, own, type)).as(type).isEqualTo(WriteVerdict.ACCESS);
        }
        for (var type : List.of("report-sent", "report-due", "report-missed", "authorised")) {
            assertThat(forged(YANJI, own, type)).as(type).isEqualTo(WriteVerdict.ACCESS);
        }
        for (var type : List.of("report-asked", "words-added", "report-reminded")) {
            assertThat(forged(YANJI_FA, own, type)).as(type).isEqualTo(WriteVerdict.ACCESS);
        }
        var clock = town.office.authentication().clockSession();
        assertThat(new Forger(town).forge(clock, own, "report", "", "report-sent"))
                .isEqualTo(WriteVerdict.ACCESS);
        var unknown = "report/prc-1963/jl-changbai";
        assertThat(forged(YANJI_FA, unknown, "report-sent")).isEqualTo(WriteVerdict.ACCESS);
        // Nor is a stream of another kind because a row says so.
        var foreign = town.officer(TUMEN_FA);
        assertThat(new Forger(town).forge(foreign, own, "briefing", "", "handed-down"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(new Forger(town).version(own)).isEqualTo(version);
    }

    private WriteVerdict forged(AuthorityId unit, String stream, String type) throws Exception {
        return new Forger(town).forge(town.officer(unit), stream, "report", "", type);
    }
}
