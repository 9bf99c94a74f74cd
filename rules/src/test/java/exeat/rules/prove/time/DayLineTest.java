package exeat.rules.prove.time;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.authority.DayCount;
import exeat.rules.authority.WorkCalendar;
import exeat.rules.authority.WorkCalendar.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits and pauses looked up on a line of days, held to the calendar that counts them. */
class DayLineTest {

    /** A Saturday, so that a limit also begins on a free day. */
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 3);

    private static final int LENGTH = 40;

    private static final WorkCalendar OFFICES =
            new WorkCalendar(
                    "offices",
                    "a law",
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    List.of(
                            new Holiday(
                                    "H", Optional.empty(), Optional.of(LocalDate.of(2026, 1, 6)))),
                    Set.of(LocalDate.of(2026, 1, 10)));

    private final DayLine line = new DayLine(OFFICES, FIRST, LENGTH);

    @Test
    void a_limit_ends_where_the_calendar_ends_it_or_on_the_last_day() {
        var last = FIRST.plusDays(LENGTH - 1);
        for (int day = 0; day < LENGTH; day++) {
            assertThat(line.isWorked(day)).isEqualTo(OFFICES.isWorked(FIRST.plusDays(day)));
            for (int count = 0; count < LENGTH; count++) {
                var ends = OFFICES.after(FIRST.plusDays(day), count, DayCount.WORKING_DAYS);
                assertThat(line.date(line.after(day, count)))
                        .as("%d days from day %d", count, day)
                        .isEqualTo(ends.isAfter(last) ? last : ends);
            }
        }
    }

    @Test
    void a_pause_has_as_many_worked_days_as_in_the_calendar() {
        for (int from = 0; from < LENGTH; from++) {
            for (int to = from; to < LENGTH; to++) {
                assertThat(line.between(from, to))
                        .as("day %d to %d", from, to)
                        .isEqualTo(
                                OFFICES.between(
                                        FIRST.plusDays(from),
                                        FIRST.plusDays(to),
                                        DayCount.WORKING_DAYS));
            }
        }
    }
}
