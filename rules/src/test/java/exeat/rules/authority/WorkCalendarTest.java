package exeat.rules.authority;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.authority.WorkCalendar.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final LocalDate LEAP = LocalDate.of(2024, 1, 1);

    private static WorkCalendar calendar(Set<DayOfWeek> week, Stream<Holiday> free) {
        return new WorkCalendar("c", "made up", week, free.toList(), Set.of());
    }

    private static Stream<Holiday> everyDay() {
        return LEAP.datesUntil(LEAP.plusYears(1))
                .map(day -> new Holiday("h", Optional.of(MonthDay.from(day)), Optional.empty()));
    }

    @Test
    void a_calendar_with_too_few_working_days_in_some_year_is_told() {
        var whole = Set.of(DayOfWeek.values());
        assertThat(WorkCalendar.EVERY_DAY.thinYear()).isEmpty();
        var mondays = Set.of(DayOfWeek.MONDAY);
        assertThat(calendar(mondays, Stream.of()).thinYear()).isEmpty();
        // The days that are Mondays in 2029 alone: free in every year, and most of that one's.
        var first = LocalDate.of(2029, 1, 1);
        var hidden =
                first.datesUntil(first.plusYears(1))
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                        .map(day ->
                                new Holiday(
                                        "h", Optional.of(MonthDay.from(day)), Optional.empty()));
        assertThat(calendar(mondays, hidden).thinYear())
                .hasValueSatisfying(thin -> assertThat(thin.worked()).isLessThan(40));
        assertThat(calendar(whole, everyDay()).thinYear())
                .contains(new WorkCalendar.ThinYear(2023, 0));
        assertThat(calendar(whole, everyDay().skip(41)).thinYear()).isEmpty();
        var lost = LocalDate.of(2031, 1, 1);
        var once =
                lost.datesUntil(lost.plusDays(330))
                        .map(day -> new Holiday("h", Optional.empty(), Optional.of(day)));
        assertThat(calendar(whole, once).thinYear()).contains(new WorkCalendar.ThinYear(2031, 35));
    }
}
