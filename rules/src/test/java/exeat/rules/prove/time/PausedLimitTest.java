package exeat.rules.prove.time;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.authority.DayCount;
import exeat.rules.authority.WorkCalendar;
import exeat.rules.authority.WorkCalendar.Holiday;
import exeat.rules.prove.time.LimitComparison.Later;
import exeat.rules.prove.time.LimitComparison.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small cases of limits by two calendars, some of which a question pauses. */
class PausedLimitTest {

    private static final LocalDate NEAR = LocalDate.of(2026, 1, 1);

    private static final Way WEEK = working("week");
    private static final Way DAYS = new Way(DayCount.DAYS, WorkCalendar.EVERY_DAY);

    private final LimitComparison comparison = new LimitComparison(NEAR);

    private static Way working(String id, LocalDate... free) {
        var holidays =
                List.of(free).stream()
                        .map(day -> new Holiday("H", Optional.empty(), Optional.of(day)))
                        .toList();
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new Way(
                DayCount.WORKING_DAYS, new WorkCalendar(id, "a law", week, holidays, Set.of()));
    }

    private static LocalDate after(Way way, LocalDate from, int count) {
        return way.counted().after(from, count, DayCount.WORKING_DAYS);
    }

    /** When a limit ends that stands still from a question to its answer. */
    private static LocalDate paused(
            Way way, LocalDate from, int count, LocalDate asked, LocalDate answered) {
        int pause = way.counted().between(asked, answered, DayCount.WORKING_DAYS);
        return after(way, after(way, from, count), pause);
    }

    @Test
    void more_days_by_one_calendar_end_later_and_as_many_do_not() {
        assertThat(comparison.later(WEEK, 5, WEEK, 5)).isEmpty();
        assertThat(comparison.later(WEEK, 4, WEEK, 5)).isEmpty();
        assertThat(comparison.later(WEEK, 6, WEEK, 5))
                .contains(
                        new Later(
                                LocalDate.of(2024, 12, 31),
                                LocalDate.of(2025, 1, 8),
                                LocalDate.of(2025, 1, 7)));
    }

    @Test
    void one_free_day_fewer_ends_later_only_after_a_question_and_not_by_itself() {
        var theirs = working("holidays", LocalDate.of(2027, 3, 3));
        assertThat(comparison.isSame(WEEK, theirs)).isFalse();
        assertThat(comparison.later(WEEK, 5, theirs, 5)).isEmpty();
        var found = comparison.laterAsked(WEEK, theirs, 5, 10).orElseThrow();
        var from = found.limit().from();
        assertThat(found.asked()).isAfterOrEqualTo(from);
        assertThat(found.answered()).isAfter(found.asked());
        assertThat(found.answered()).isBeforeOrEqualTo(found.asked().plusDays(10));
        assertThat(found.asked()).isBeforeOrEqualTo(after(WEEK, from, 5));
        assertThat(found.limit().ours())
                .isEqualTo(paused(WEEK, from, 5, found.asked(), found.answered()))
                .isAfter(found.limit().theirs());
        assertThat(found.limit().theirs())
                .isEqualTo(paused(theirs, from, 5, found.asked(), found.answered()));
    }

    @Test
    void a_long_limit_is_looked_at_from_before_the_day_that_counts_otherwise() {
        var theirs = working("holidays", LocalDate.of(2027, 3, 3));
        var found = comparison.laterAsked(WEEK, theirs, 100, 10).orElseThrow();
        assertThat(found.limit().from()).isBefore(LocalDate.of(2026, 12, 1));
        assertThat(found.limit().ours()).isAfter(found.limit().theirs());
        assertThat(found.answered()).isAfterOrEqualTo(LocalDate.of(2027, 3, 3));
    }

    @Test
    void a_question_delays_only_where_an_answer_may_take_time() {
        var theirs = working("holidays", LocalDate.of(2027, 3, 3));
        assertThat(comparison.laterAsked(WEEK, theirs, 5, 0)).isEmpty();
        assertThat(comparison.laterAsked(WEEK, theirs, 5, 1)).isPresent();
        assertThat(comparison.laterAsked(theirs, theirs, 5, 10)).isEmpty();
    }

    @Test
    void calendars_with_days_ages_apart_are_not_compared_and_show_no_example() {
        var far = working("far", LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));
        assertThat(comparison.isComparable(far, WEEK)).isFalse();
        assertThat(comparison.isComparable(far, far)).isTrue();
        assertThat(comparison.isComparable(WEEK, DAYS)).isTrue();
        assertThat(comparison.isSame(far, WEEK)).isFalse();
        assertThat(comparison.later(far, 9, WEEK, 5)).isEmpty();
        assertThat(comparison.laterAsked(far, WEEK, 5, 10)).isEmpty();
    }

    @Test
    void one_calendar_is_compared_with_several_that_name_nearer_and_farther_days() {
        // Saturdays are free anyway, so that the same days count.
        assertThat(comparison.isSame(WEEK, working("none"))).isTrue();
        assertThat(comparison.isSame(WEEK, working("later", LocalDate.of(2070, 3, 1)))).isTrue();
        assertThat(comparison.isSame(WEEK, working("earlier", LocalDate.of(1990, 3, 3)))).isTrue();
        assertThat(comparison.isSame(WEEK, working("Friday", LocalDate.of(1990, 3, 2)))).isFalse();
    }

    @Test
    void a_limit_in_days_counts_every_day_whatever_the_calendar_is() {
        assertThat(comparison.isSame(new Way(DayCount.DAYS, WEEK.calendar()), DAYS)).isTrue();
        assertThat(comparison.later(WEEK, 1, DAYS, 1)).isPresent();
        assertThat(comparison.later(DAYS, 5, WEEK, 5)).isEmpty();
        assertThat(DAYS.words()).isEqualTo("days");
        assertThat(WEEK.words()).isEqualTo("working days of the calendar week");
    }
}
