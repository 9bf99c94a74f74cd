package exeat.rules.prove.time;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.authority.DayCount;
import exeat.rules.authority.WorkCalendar;
import exeat.rules.authority.WorkCalendar.Holiday;
import exeat.rules.prove.time.LimitComparison.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Limits compared by the days of their calendars, held to counting them day by day. */
class LimitComparisonTest {

    private static final LocalDate NEAR = LocalDate.of(2024, 2, 1);
    private static final int PAIRS = 60;
    private static final int DAYS = 1500;

    @Test
    void a_later_day_is_found_exactly_if_there_is_one() {
        long seed = 20261130;
        var random = new Random(seed);
        int later = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            var ours = way(random);
            var theirs = way(random);
            int n = 1 + random.nextInt(40);
            int m = n + random.nextInt(12);
            var found = new LimitComparison(NEAR).later(ours, n, theirs, m);
            var says = "seed " + seed + ", pair " + pair + ": " + ours + n + theirs + m;
            if (found.isPresent()) {
                later++;
                var from = found.get().from();
                assertThat(after(ours, from, n)).as(says).isEqualTo(found.get().ours());
                assertThat(after(theirs, from, m)).as(says).isEqualTo(found.get().theirs());
                assertThat(found.get().ours()).as(says).isAfter(found.get().theirs());
            } else {
                for (int day = -200; day < DAYS; day++) {
                    var from = NEAR.plusDays(day);
                    assertThat(after(ours, from, n))
                            .as(says)
                            .isBeforeOrEqualTo(after(theirs, from, m));
                }
            }
        }
        assertThat(later).isBetween(PAIRS / 10, PAIRS * 9 / 10);
    }

    @Test
    void the_same_days_are_the_same_whatever_the_calendars_are_called() {
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var one = new WorkCalendar("a", "a law", week, List.of(), new HashSet<>());
        var sunday =
                List.of(new Holiday("H", Optional.empty(), Optional.of(LocalDate.of(2027, 1, 3))));
        var same = new WorkCalendar("b", "another law", week, sunday, new HashSet<>());
        var comparison = new LimitComparison(NEAR);
        assertThat(comparison.isSame(working(one), working(same))).isTrue();
        assertThat(comparison.isSame(working(one), new Way(DayCount.DAYS, one))).isFalse();
        var leap = List.of(new Holiday("H", Optional.of(MonthDay.of(2, 29)), Optional.empty()));
        var rare = new WorkCalendar("c", "a law", week, leap, new HashSet<>());
        assertThat(comparison.isSame(working(one), working(rare))).isFalse();
        assertThat(comparison.later(working(rare), 1, working(one), 1)).isPresent();
    }

    @Test
    void calendars_with_days_ages_apart_are_not_compared() {
        var far =
                List.of(
                        new Holiday("H", Optional.empty(), Optional.of(LocalDate.of(1, 1, 1))),
                        new Holiday("I", Optional.empty(), Optional.of(LocalDate.of(9999, 1, 1))));
        var week = EnumSet.allOf(DayOfWeek.class);
        var one = working(new WorkCalendar("a", "a law", week, far, new HashSet<>()));
        var other = working(new WorkCalendar("b", "a law", week, List.of(), new HashSet<>()));
        var comparison = new LimitComparison(NEAR);
        assertThat(comparison.isComparable(one, other)).isFalse();
        assertThat(comparison.isComparable(one, one)).isTrue();
        assertThat(comparison.isSame(one, other)).isFalse();
    }

    private static Way working(WorkCalendar calendar) {
        return new Way(DayCount.WORKING_DAYS, calendar);
    }

    private static LocalDate after(Way way, LocalDate from, int count) {
        return way.calendar().after(from, count, way.in());
    }

    private static Way way(Random random) {
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        for (var day : EnumSet.range(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)) {
            if (random.nextBoolean()) {
                week.add(day);
            }
        }
        var holidays = new ArrayList<Holiday>();
        for (int at = random.nextInt(3); at > 0; at--) {
            var day = NEAR.plusDays(random.nextInt(900));
            holidays.add(
                    random.nextBoolean()
                            ? new Holiday("H", Optional.of(MonthDay.from(day)), Optional.empty())
                            : new Holiday("H", Optional.empty(), Optional.of(day)));
        }
        var worked = new HashSet<LocalDate>();
        if (random.nextBoolean()) {
            worked.add(NEAR.plusDays(random.nextInt(900)));
        }
        var calendar = new WorkCalendar("c" + random.nextInt(9), "a law", week, holidays, worked);
        return new Way(random.nextInt(3) == 0 ? DayCount.DAYS : DayCount.WORKING_DAYS, calendar);
    }
}
