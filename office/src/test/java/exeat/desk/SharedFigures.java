package exeat.desk;

import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.report.SituationReport;
import exeat.oversight.Figure;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a unit that two directives share: four people received under the directive of
 * 1963, and one under its twin.
 */
final class SharedFigures {

    private static final String OURS = "prc-1963";
    private static final String TWIN = "twin";

    private final Town town;

    /** The second officer of the unit. */
    private final Session officer;

    SharedFigures(Town town, Session officer) {
        this.town = town;
        this.officer = officer;
    }

    private static String received(SituationReport report) {
        return report.situation().of(YANJI_FA, Figure.RECEIVED).text();
    }

    private static String own(Town town, Session session) {
        return received(town.office.reports().overview(session, YANJI_FA).report());
    }

    private static List<String> ids(List<Directive> directives) {
        return directives.stream().map(directive -> directive.ref().id()).toList();
    }

    private void isNotTogether(Session session) {
        var sharing = town.office.reports().overview(session, YANJI_FA).sharing();
        assertThat(sharing.readable()).isEmpty();
        assertThat(ids(sharing.others())).as("that there is another is said").containsExactly(TWIN);
        for (boolean onPage : List.of(true, false)) {
            assertThatThrownBy(
                            () -> {
                                if (onPage) {
                                    town.office.reports().togetherOnPage(session, YANJI_FA);
                                } else {
                                    town.office.reports().together(session, YANJI_FA);
                                }
                            })
                    .isInstanceOfSatisfying(
                            OfficeException.class,
                            refused -> assertThat(refused.code()).isEqualTo(Code.NOT_ALLOWED));
        }
    }

    /** What the database itself shows this session, whatever the program asks. */
    private List<String> rows(String sql) throws SQLException {
        try (var reader = Backstage.role(town, "reader")) {
            reader.setAutoCommit(false);
            Backstage.run(
                    reader,
                    "select set_config('exeat.session', '%s', true), set_config('exeat.now', '%s', true)"
                            .formatted(
                                    SessionTokens.hash(officer.token()).hex(),
                                    town.clock().instant()));
            return Backstage.rows(reader, sql).stream().map(row -> row.text("row")).toList();
        }
    }

    private List<String> shared(String directive) throws SQLException {
        return rows(
                """
                select measure || ' ' || sum(n) as row
                from exeat.reading_shared_sums('%s', '{jl-yanji-fa,jl-yanji}', '2100-01-01', '2099-01-01')
                where measure = 'RECEIVED' group by measure
                """
                        .formatted(directive));
    }

    private List<String> visible() throws SQLException {
        return rows("select distinct directive as row from exeat.report_cell");
    }

    /** Of the directive of 1963 alone. */
    void ofOneMandate() throws SQLException {
        assertThat(own(town, officer)).as("the unit's own, exactly").isEqualTo("4");
        var reports = town.office.reports();
        assertThat(received(reports.situation(town.officer(YANJI), YANJI_FA))).isEqualTo("<5");
        isNotTogether(officer);
        assertThat(visible()).containsExactly(OURS);
        assertThat(shared(TWIN)).isEmpty();
        assertThat(rows("select directive as row from exeat.reading_shared('jl-yanji-fa')"))
                .containsExactly(OURS);
        assertThat(rows("select directive as row from exeat.reading_shared('jl-yanji')"))
                .as("of a unit above, none")
                .isEmpty();

        // Had both been counted, it would be "5-9", and the audit would say so.
        var report = new ReportId(OURS, YANJI_FA);
        town.done(officer, new UnitReportCommand.SendReport(report, "sent"));
        var sent = town.office.sentReports().report(officer, report, 1).orElseThrow();
        assertThat(received(sent.figures())).isEqualTo("<5");
        assertThat(sent.figures().under()).containsExactly(OURS);

        for (var directive : List.of(OURS, TWIN)) {
            var one = reports.situationForOperator(YANJI_FA, Optional.of(directive));
            assertThat(received(one)).isEqualTo("<5");
            assertThat(one.toJson()).contains("\"directives\" : [ \"" + directive + "\" ]");
        }
        var all = reports.togetherForOperator(YANJI_FA);
        assertThat(received(all)).isEqualTo("2-8");
        assertThat(all.toText()).contains("Under " + String.join(", ", all.under()));
        assertThat(all.under()).containsExactlyInAnyOrder(OURS, TWIN);
        assertThatThrownBy(() -> reports.togetherForOperator(new AuthorityId("atlantis")))
                .isInstanceOf(OfficeException.class);
    }

    /** Of both, of which the session acts under that of 1963. */
    void ofTwoMandates() throws SQLException {
        var reports = town.office.reports();
        assertThat(own(town, officer)).isEqualTo("4");
        assertThat(visible()).as("the policy is that of one mandate").containsExactly(OURS);
        assertThat(shared(TWIN)).as("of units in its scope alone").containsExactly("RECEIVED 1");
        assertThat(ids(reports.overview(officer, YANJI_FA).sharing().readable()))
                .containsExactly(TWIN);

        var page = reports.togetherOnPage(officer, YANJI_FA);
        assertThat(page.parts()).extracting(SharedFigures::received).containsExactly("4", "1");
        assertThat(received(page.sum())).isEqualTo("5");
        assertThat(page.others()).isEmpty();
        var file = reports.together(officer, YANJI_FA).sum();
        assertThat(received(file)).as("files go on to others").isEqualTo("2-8");

        // One of another level under the twin sees it there in bands, and so in the sum.
        var mixed = town.officer(YANJI_FA, 3);
        town.office.officerAccounts().grant(YANJI_FA.text() + ".3", TWIN, YANJI, "test");
        var seen = reports.togetherOnPage(mixed, YANJI_FA);
        assertThat(seen.parts()).extracting(SharedFigures::received).containsExactly("4", "<5");
        assertThat(received(seen.sum())).isEqualTo("5-8");
        assertThatThrownBy(() -> reports.togetherOnPage(mixed, YANJI))
                .as("a mandate of one of them is not enough")
                .isInstanceOf(OfficeException.class);
    }

    private static OfficerId id(Session session) {
        return ((Actor.Officer) session.actor()).id();
    }

    /** Whoever stands in has the other's mandate of that directive, and adds none of their own. */
    void standingIn() throws SQLException {
        var away = town.officer(YANJI_FA);
        var today = town.today();
        var briefing = new BriefingId(OURS);
        town.done(
                away,
                new BriefingCommand.Delegate(
                        briefing, id(away), id(officer), today, today.plusDays(1)));
        var doors = town.office.authentication();
        assertThat(doors.actFor(officer, Optional.of(id(away)))).isTrue();
        isNotTogether(doors.resume(officer.token()).orElseThrow());
        assertThat(shared(TWIN)).isEmpty();
        assertThat(doors.actFor(officer, Optional.empty())).isTrue();
        assertThat(shared(TWIN)).isNotEmpty();
    }

    /** Of both, of which the session acts under the twin. */
    void ofTheTwin() throws SQLException {
        assertThat(visible()).containsExactly(TWIN);
        assertThat(own(town, officer))
                .as("a page that was begun under the other shows nothing of either")
                .isEqualTo("0");
        var now = town.office.authentication().resume(officer.token()).orElseThrow();
        assertThat(own(town, now)).isEqualTo("1");
        var page = town.office.reports().togetherOnPage(now, YANJI_FA);
        assertThat(page.parts()).extracting(SharedFigures::received).containsExactly("1", "4");
    }

    /** What is not counted is not told as nothing: it is counted again, and not told until then. */
    void countedAgain() throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, "delete from exeat.report_cell");
            Backstage.run(superuser, "update exeat.projection set measures = '{}'");
        }
        var reports = town.office.reports();
        var needed =
                List.<Runnable>of(
                        () -> reports.situationForOperator(YANJI_FA, Optional.of(OURS)),
                        () -> reports.togetherForOperator(YANJI_FA),
                        () -> reports.overview(town.officer(YANJI), YANJI),
                        () ->
                                town.office
                                        .desk()
                                        .handle(
                                                town.officer(YANJI),
                                                Town.key(),
                                                new UnitReportCommand.SendReport(
                                                        new ReportId(OURS, YANJI), "sent")));
        assertThat(needed)
                .allSatisfy(asked ->
                        assertThatThrownBy(asked::run).hasMessageContaining("exeat rebuild"));
        assertThat(town.office.audit())
                .isNotEmpty()
                .allSatisfy(fault ->
                        assertThat(fault.toString()).contains("projection", "run exeat rebuild"));

        assertThat(town.office.audits().rebuild().run(_ -> {}).broken()).isEmpty();
        assertThat(received(reports.situation(town.officer(YANJI), YANJI_FA))).isEqualTo("<5");
        assertThat(received(reports.togetherForOperator(YANJI_FA))).isEqualTo("2-8");
        assertThat(town.office.audit()).isEmpty();
    }
}
