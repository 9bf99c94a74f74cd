package exeat.rules.authority;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.pack.AuthoritiesReader;
import exeat.rules.source.ProblemCollector;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Working days, and what a pack says of limits. */
@Tag("day")
class TimeLimitsTest {

    private static final AuthorityId UNIT = new AuthorityId("a");

    private static final WorkCalendar FIVE_DAYS =
            new WorkCalendar(
                    "five",
                    "a law",
                    Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    List.of(
                            new WorkCalendar.Holiday(
                                    "New Year", Optional.of(MonthDay.of(1, 1)), Optional.empty()),
                            new WorkCalendar.Holiday(
                                    "once",
                                    Optional.empty(),
                                    Optional.of(LocalDate.of(2027, 1, 6)))),
                    Set.of(LocalDate.of(2027, 1, 9)));

    @Test
    void working_days_leave_out_weekends_and_holidays_and_count_days_that_are_worked() {
        var thursday = LocalDate.of(2026, 12, 31);
        // Friday is New Year, Wednesday is free once, Saturday the ninth is worked.
        assertThat(FIVE_DAYS.after(thursday, 1, DayCount.WORKING_DAYS))
                .isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(FIVE_DAYS.after(thursday, 5, DayCount.WORKING_DAYS))
                .isEqualTo(LocalDate.of(2027, 1, 9));
        assertThat(FIVE_DAYS.after(thursday, 5, DayCount.DAYS)).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(FIVE_DAYS.after(thursday, 0, DayCount.WORKING_DAYS)).isEqualTo(thursday);
    }

    @Test
    void what_is_counted_forward_is_counted_back_the_same_from_every_day() {
        for (var day = LocalDate.of(2026, 12, 20);
                day.isBefore(LocalDate.of(2027, 1, 20));
                day = day.plusDays(1)) {
            for (int n = 0; n < 15; n++) {
                for (var count : DayCount.values()) {
                    var last = FIVE_DAYS.after(day, n, count);
                    assertThat(FIVE_DAYS.between(day, last, count)).isEqualTo(n);
                }
                assertThat(FIVE_DAYS.after(day, n, DayCount.WORKING_DAYS))
                        .isAfterOrEqualTo(FIVE_DAYS.after(day, n, DayCount.DAYS));
            }
        }
    }

    @Test
    void reports_are_due_by_the_calendar_on_days_that_are_worked() {
        var monday = LocalDate.of(2026, 12, 28);
        var every = new ReportSchedule(2, 3, Set.of(), 1, DayCount.WORKING_DAYS);
        assertThat(every.first(FIVE_DAYS, monday)).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(every.next(FIVE_DAYS, LocalDate.of(2026, 12, 30)))
                .isEqualTo(LocalDate.of(2027, 1, 5));
        var on = new ReportSchedule(2, 0, Set.of(DayOfWeek.WEDNESDAY), 1, DayCount.DAYS);
        assertThat(on.next(FIVE_DAYS, monday)).isEqualTo(LocalDate.of(2026, 12, 30));
        // The sixth is a Wednesday, and free.
        assertThat(on.next(FIVE_DAYS, LocalDate.of(2026, 12, 30)))
                .isEqualTo(LocalDate.of(2027, 1, 7));
        assertThat(on.chasedUntil(FIVE_DAYS, monday)).isEqualTo(LocalDate.of(2026, 12, 29));
    }

    @Test
    void what_is_reported_upward_is_set_by_the_pack_or_not_at_all() {
        var plain = UNITS.replace(", calendar: north", "");
        assertThat(read(plain).upward()).isEqualTo(UpwardReporting.NOTHING);
        var said =
                read(
                        plain
                                + "reports: {first days: 3, on: [monday, friday], chase days: 2}\n"
                                + "issues: {days: 7}\n");
        assertThat(said.upward().reports().orElseThrow())
                .isEqualTo(
                        new ReportSchedule(
                                3,
                                0,
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                2,
                                DayCount.DAYS));
        assertThat(said.upward().issues()).contains(new UpwardReporting.Level(7, DayCount.DAYS));
        assertThat(problems(plain + "reports: {first days: 3, chase days: 2}\n"))
                .containsExactly("need either 'every days' or 'on'");
        assertThat(problems(plain + "reports: {first days: 0, every days: 1, chase days: 2}\n"))
                .containsExactly("must be a number from 1 to 366");
        assertThat(problems(plain + "reports: {first days: 1, on: [moonday], chase days: 2}\n"))
                .containsExactly("is not a day of the week: moonday");
        assertThat(problems(plain + "issues: {days: 7, count: working days}\n"))
                .containsExactly("is in working days, but no calendar is declared");
    }

    @Test
    void a_warning_comes_before_the_last_day_if_there_are_enough_days() {
        var limits =
                new TimeLimits(
                        ZoneOffset.UTC,
                        List.of(),
                        java.util.Map.of(),
                        DayCount.DAYS,
                        DayCount.DAYS,
                        14,
                        80,
                        List.of(),
                        TimeLimits.NEW_SECRET_DAYS,
                        DecisionService.PLAIN);
        var day = LocalDate.of(2027, 1, 1);

        assertThat(limits.warnOn(day, day.plusDays(10))).isEqualTo(day.plusDays(8));
        assertThat(limits.warnOn(day, day.plusDays(2))).isEqualTo(day.plusDays(1));
        assertThat(limits.warnOn(day, day.plusDays(1))).isEqualTo(day);
        assertThat(TimeLimits.plain(ZoneOffset.UTC).warnOn(day, day.plusDays(10))).isEqualTo(day);
    }

    private static final String UNITS =
            """
            authorities:
              - {id: a, function: committee, name: A, addressee: true, calendar: north}
              - {id: a-fa, parent: a, function: foreign affairs, name: B}
            """;

    private static final String CALENDARS =
            """
            calendars:
              - id: north
                source: a law
                works on: [monday, tuesday]
                holidays: [{name: New Year, every: 01-01}]
              - {id: south, source: a law, works on: [sunday], worked: [2027-01-04]}
            """;

    private static AuthoritiesReader.Authorities read(String yaml) {
        var problems = new ProblemCollector();
        var read =
                AuthoritiesReader.read(
                        yaml.getBytes(StandardCharsets.UTF_8),
                        LegacyUnitFunctions.division(),
                        problems);
        assertThat(problems.found()).isEmpty();
        return read.orElseThrow();
    }

    private static List<String> problems(String yaml) {
        var problems = new ProblemCollector();
        AuthoritiesReader.read(
                yaml.getBytes(StandardCharsets.UTF_8), LegacyUnitFunctions.division(), problems);
        return problems.found().stream().map(ProblemCollector.Problem::message).toList();
    }

    @Test
    void a_unit_works_by_its_own_calendar_or_that_of_the_nearest_unit_above() {
        var limits =
                read(UNITS + CALENDARS + "limits: {decisions: working days}\n")
                        .limits()
                        .orElseThrow();

        assertThat(limits.calendar(new AuthorityId("a-fa")).id()).isEqualTo("north");
        assertThat(limits.clearances()).isEqualTo(DayCount.DAYS);
        var saturday = LocalDate.of(2027, 1, 2);
        assertThat(limits.decisionBy(UNIT, saturday, 3)).isEqualTo(LocalDate.of(2027, 1, 11));
        assertThat(limits.clearanceBy(UNIT, saturday, 3)).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    void a_pack_that_says_nothing_pauses_nothing_and_warns_of_nothing() {
        assertThat(read(UNITS.replace(", calendar: north", "")).limits()).isEmpty();
        assertThat(TimeLimits.plain(ZoneOffset.UTC).isDeclared()).isFalse();
    }

    @Test
    void errors_in_calendars_and_limits_are_reported() {
        assertThat(problems(UNITS)).containsExactly("is not declared: north");
        assertThat(problems(UNITS + CALENDARS + "limits: {decisions: moons}\n"))
                .containsExactly("must be days or working days, not moons");
        assertThat(problems(UNITS + CALENDARS + "limits: {warn at percent: 100}\n"))
                .containsExactly("must be a number from 1 to 99");
        assertThat(problems(UNITS + CALENDARS + "limits: {service: [a friend]}\n"))
                .containsExactly("must be counter or account, not a friend");
        assertThat(problems(UNITS + CALENDARS + "limits: {appeal days: 13}\n"))
                .containsExactly("must be a number from 14 to 365");
        assertThat(problems(UNITS + CALENDARS + "limits: {hearing days: 6}\n"))
                .containsExactly("must be a number from 7 to 90");
        assertThat(problems(UNITS + CALENDARS + "limits: {sooner: [{who: friend, days: 1}]}\n"))
                .containsExactly("is not minor, comes of age or long wait");
        assertThat(
                        problems(
                                UNITS.replace(", calendar: north", "")
                                        + "limits: {decisions: working days}\n"))
                .containsExactly("count working days, but no calendar is declared");
        assertThat(problems(UNITS + CALENDARS.replace("monday", "moonday")))
                .containsExactly("is not a day of the week: moonday");
        assertThat(problems(UNITS + CALENDARS.replace("every: 01-01", "every: 13-01")))
                .containsExactly("is not a day: --13-01");
    }
}
