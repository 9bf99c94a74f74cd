package exeat.casework;

import static exeat.casework.World.DIRECTIVE;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.TUMEN_FA;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports;
import exeat.casework.state.UnitReports.Due;
import exeat.casework.state.UnitReports.ReportReason;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports have dates, belong to units, and are chased. */
@Tag("day")
class ReportLifeTest {

    private static final StreamId.ReportId REPORTS =
            new StreamId.ReportId("prc-1963", World.YANJI_FA);

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(1963, 9, 2);

    private final World world = new World();

    private static ReportFigures figures(LocalDate day) {
        return new ReportFigures(day, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void frozen_figures_do_not_change_with_the_cases_they_were_made_from() {
        var figures = new HashMap<>(Map.of("RECEIVED", new ReportFigures.Band(7, 7)));
        var weeks = new ArrayList<>(List.of(new ReportFigures.Band(1, 4)));
        var frozen =
                new ReportFigures(
                        RECEIVED,
                        Map.of(YANJI_FA, figures),
                        Map.of("RECEIVED", weeks),
                        Optional.empty(),
                        Optional.empty());
        figures.clear();
        weeks.clear();
        assertThat(frozen.units())
                .isEqualTo(Map.of(YANJI_FA, Map.of("RECEIVED", new ReportFigures.Band(7, 7))));
        assertThat(frozen.weeks())
                .isEqualTo(Map.of("RECEIVED", List.of(new ReportFigures.Band(1, 4))));
        var inner = Objects.requireNonNull(frozen.units().get(YANJI_FA));
        assertThatThrownBy(inner::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private Command send(String words) {
        return new UnitReportCommand.SendReport(
                REPORTS, words, Optional.of(figures(world.today())));
    }

    private List<Event> pass() {
        return world.accepted(
                new Actor.Clock(),
                new UnitReportCommand.CheckReportDeadlines(REPORTS, Optional.of(RECEIVED)));
    }

    private void until(LocalDate day) {
        world.now = world.now.plus(ChronoUnit.DAYS.between(world.today(), day), ChronoUnit.DAYS);
    }

    private UnitReports reports() {
        return ((ReportState) Objects.requireNonNull(world.states.get(REPORTS))).reports();
    }

    private Event second() {
        return Objects.requireNonNull(world.events.get(REPORTS)).get(1).event();
    }

    private Due due(int number) {
        return reports().dues().get(number - 1);
    }

    @Test
    void the_first_is_due_on_receipt_and_the_next_one_after_it() {
        assertThat(world.rejected(officer(YANJI_FA), send("early"))).isEqualTo(Code.NOT_FOUND);
        pass();
        assertThat(due(1).why()).isEqualTo(ReportReason.FIRST);
        // Three working days after a Monday; the week of 1963 has six of them.
        assertThat(due(1).by()).isEqualTo(LocalDate.of(1963, 9, 5));
        assertThat(pass()).isEmpty();

        world.accepted(officer(YANJI_FA), send("two files lack a photograph"));
        assertThat(due(1).settled()).contains(new UnitReports.Settled(1, RECEIVED));
        assertThat(due(2).by()).isEqualTo(LocalDate.of(1963, 9, 19));
        assertThat(due(2).why()).isEqualTo(ReportReason.REGULAR);

        world.accepted(officer(YANJI_FA, 2), send("one more, of its own accord"));
        assertThat(reports().sent().get(1).settles()).isEmpty();
        assertThat(due(2).isOpen()).isTrue();
    }

    @Test
    void a_missing_report_reminds_the_unit_and_then_goes_up_level_by_level() {
        pass();
        until(LocalDate.of(1963, 9, 5));
        assertThat(pass()).as("its last day").isEmpty();
        until(LocalDate.of(1963, 9, 6));
        assertThat(pass())
                .containsExactly(
                        new ReportEvent.ReportDue(
                                2, ReportReason.REGULAR, LocalDate.of(1963, 9, 19)),
                        new ReportEvent.ReportReminded(1, LocalDate.of(1963, 9, 9)));
        assertThat(due(1).daysLate(world.today())).isEqualTo(1);
        assertThat(reports().look()).contains(LocalDate.of(1963, 9, 10));
        until(LocalDate.of(1963, 9, 10));
        pass();
        assertThat(due(1).levels().getLast().to()).isEqualTo(JILIN_FA);
        until(LocalDate.of(1963, 9, 18));
        pass();
        assertThat(due(1).levels().getLast().to()).isEqualTo(new AuthorityId("ne-fa"));

        world.accepted(officer(YANJI_FA), send("at last"));
        assertThat(due(1).isOpen()).isFalse();
        assertThat(due(1).daysLate(LocalDate.of(1964, 1, 1))).as("stays as late").isEqualTo(13);
        assertThat(due(2).isOpen()).as("near: the day after tomorrow").isFalse();
        assertThat(due(3).by()).isAfter(LocalDate.of(1963, 9, 30));
    }

    @Test
    void dates_that_pass_in_silence_all_stay_missing() {
        pass();
        until(LocalDate.of(1963, 11, 1));
        pass();
        assertThat(reports().dues()).hasSizeGreaterThan(4);
        assertThat(reports().dues().getLast().by()).isAfterOrEqualTo(world.today());
        assertThat(reports().open()).hasSameSizeAs(reports().dues());
        world.accepted(officer(YANJI_FA), send("all of it"));
        assertThat(reports().open()).allMatch(due -> due.by().isAfter(world.today()));
    }

    @Test
    void nobody_but_the_unit_sends_its_report_and_nobody_changes_it() {
        pass();
        for (var other : List.of(TUMEN_FA, YANJI_PS, YANJI, JILIN_FA)) {
            assertThat(world.rejected(officer(other), send("theirs")))
                    .as(other.text())
                    .isEqualTo(Code.NOT_ALLOWED);
        }
        assertThat(world.rejected(new Actor.Party(World.CASE, World.ONE), send("mine")))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(new Actor.Clock(), send("time's"))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new UnitReportCommand.SendReport(REPORTS, "no figures")))
                .isEqualTo(Code.BAD_VALUE);
        assertThat(world.rejected(officer(YANJI_FA), send(" "))).isEqualTo(Code.REASON_MISSING);
        var unread = new Actor.Officer(new OfficerId("new"), YANJI_FA, function(), false);
        assertThat(world.rejected(unread, send("unread"))).isEqualTo(Code.NOT_BRIEFED);
    }

    private static exeat.rules.authority.UnitFunction function() {
        return DIRECTIVE.authorities().get(YANJI_FA).function();
    }

    @Test
    void only_a_level_above_adds_remarks_and_asks_for_reports() {
        pass();
        world.accepted(officer(YANJI_FA), send("as it stands"));
        var before = second();
        var add = new UnitReportCommand.AddComment(REPORTS, 1, "we see it too");
        var ask =
                new UnitReportCommand.RequestReport(
                        REPORTS, world.today().plusDays(2), "the photographs");
        for (var other : List.of(TUMEN_FA, YANJI_PS, YANJI_FA)) {
            assertThat(world.rejected(officer(other), add)).isEqualTo(Code.NOT_ALLOWED);
            assertThat(world.rejected(officer(other), ask)).isEqualTo(Code.NOT_ALLOWED);
        }
        world.accepted(officer(YANJI), add);
        world.accepted(officer(JILIN_FA), ask);
        assertThat(reports().sent().getFirst().added())
                .extracting(UnitReports.Comment::unit)
                .containsExactly(YANJI);
        assertThat(second()).isEqualTo(before);
        assertThat(due(3).why()).isEqualTo(ReportReason.ASKED);
        assertThat(
                        world.rejected(
                                officer(JILIN_FA),
                                new UnitReportCommand.RequestReport(
                                        REPORTS, world.today().minusDays(1), "yesterday's")))
                .isEqualTo(Code.BAD_DATE);
        world.accepted(officer(YANJI_FA), send("twelve photographs"));
        assertThat(reports().sent().getLast().settles()).containsExactly(3);
    }

    @Test
    void nothing_is_asked_while_the_directive_does_not_decide() {
        world.force =
                new DirectiveContext(
                        DirectiveStatus.SUSPENDED,
                        Optional.of(DIRECTIVE),
                        Optional.empty(),
                        Map.of());
        assertThat(pass()).isEmpty();
    }
}
