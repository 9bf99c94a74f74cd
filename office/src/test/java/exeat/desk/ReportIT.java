package exeat.desk;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.Command;
import exeat.casework.Frozen;
import exeat.casework.Rejection;
import exeat.casework.StreamId.ReportId;
import exeat.oversight.Alarm;
import exeat.oversight.Figure;
import exeat.rules.AuthorityId;
import exeat.store.BatchStore.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A unit's report, from the date to the level above, on PostgreSQL. */
class ReportIT {

    private static final ReportId YANJI_REPORTS = new ReportId("prc-1963", YANJI_FA);

    private final Town town = Town.alone();

    private SentReports reports() {
        return town.office.sentReports();
    }

    @Test
    void a_report_is_what_the_cases_were_then_and_stays_so() throws Exception {
        town.office.passTime();
        var unit = town.officer(YANJI_FA);
        for (int n = 0; n < 3; n++) {
            town.confirmed(Town.settling());
        }
        town.sequenced();
        var typed =
                new Frozen(
                        town.today(),
                        Map.of(YANJI_FA, Map.of("RECEIVED", new Frozen.Band(99, 99))),
                        Map.of(),
                        Optional.empty());
        var key = Town.key();
        var send = new Command.SendReport(YANJI_REPORTS, "two lack papers", Optional.of(typed));
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
                                new Command.SendReport(YANJI_REPORTS, "two lack papers"));
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
        town.done(above, new Command.AddWords(YANJI_REPORTS, 1, "we can lend a camera"));
        town.done(above, new Command.SendReport(new ReportId("prc-1963", YANJI), "as below"));
        var area = reports().report(above, new ReportId("prc-1963", YANJI), 1).orElseThrow();
        assertThat(area.below()).extracting(below -> below.id().unit()).containsExactly(YANJI_FA);
        assertThat(area.below().getFirst().sent().added().getFirst().text()).contains("camera");
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void who_has_no_business_with_a_report_neither_sees_nor_sends_it() {
        town.office.passTime();
        var unit = town.officer(YANJI_FA);
        town.done(unit, new Command.SendReport(YANJI_REPORTS, "as it stands"));
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
                            new Command.SendReport(YANJI_REPORTS, "theirs"),
                            new Command.AddWords(YANJI_REPORTS, 1, "theirs"),
                            new Command.AskReport(YANJI_REPORTS, town.today(), "theirs"))) {
                assertThat(town.rejected(session, command))
                        .as(other + " " + command.getClass().getSimpleName())
                        .isEqualTo(Rejection.Code.NOT_FOUND);
            }
        }
        assertThat(town.rejected(town.officer(YANJI), new Command.SendReport(YANJI_REPORTS, "x")))
                .isEqualTo(Rejection.Code.NOT_ALLOWED);
        var party = town.party(filing);
        assertThat(reports().report(party, YANJI_REPORTS, 1)).isEmpty();
        assertThatThrownBy(() -> reports().list(party, "prc-1963"))
                .hasMessageContaining("for officers");
        assertThat(town.rejected(party, new Command.SendReport(YANJI_REPORTS, "mine")))
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
        var jilin = town.office.doors().officer("jl.1", "right jl.1").orElseThrow();
        var alarms =
                town.office.reports().overview(jilin, JILIN).alarms().stream()
                        .filter(alarm -> alarm.kind() == Alarm.Kind.REPORT_MISSING)
                        .filter(alarm -> alarm.unit().equals(YANJI_FA))
                        .toList();
        assertThat(alarms).isNotEmpty();
        assertThat(alarms.getFirst().words()).contains("days past its day");
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
            assertThat(forged(TUMEN_FA, own, type)).as(type).isEqualTo(Verdict.ACCESS);
            assertThat(forged(YANJI_PS, own, type)).as(type).isEqualTo(Verdict.ACCESS);
        }
        for (var type : List.of("report-sent", "report-due", "report-missed", "authorised")) {
            assertThat(forged(YANJI, own, type)).as(type).isEqualTo(Verdict.ACCESS);
        }
        for (var type : List.of("report-asked", "words-added", "report-reminded")) {
            assertThat(forged(YANJI_FA, own, type)).as(type).isEqualTo(Verdict.ACCESS);
        }
        var clock = town.office.doors().clock();
        assertThat(new Forger(town).forge(clock, own, "report", "", "report-sent"))
                .isEqualTo(Verdict.ACCESS);
        var unknown = "report/prc-1963/jl-changbai";
        assertThat(forged(YANJI_FA, unknown, "report-sent")).isEqualTo(Verdict.ACCESS);
        // Nor is a stream of another kind because a row says so.
        var foreign = town.officer(TUMEN_FA);
        assertThat(new Forger(town).forge(foreign, own, "briefing", "", "handed-down"))
                .isEqualTo(Verdict.ACCESS);
        assertThat(new Forger(town).version(own)).isEqualTo(version);
    }

    private Verdict forged(AuthorityId unit, String stream, String type) throws Exception {
        return new Forger(town).forge(town.officer(unit), stream, "report", "", type);
    }
}
