package exeat.oversight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whole weeks that a reader compares. A single day could point at a person, so a period begins on a
 * Monday and ends on a Sunday.
 *
 * @param from a Monday
 * @param weeks how many, from 1
 */
public record ReportPeriod(LocalDate from, int weeks) {

    /**
     * The weeks of a period.
     *
     * @throws IllegalArgumentException if it does not begin on a Monday, or has no week
     */
    public ReportPeriod {
        if (from.getDayOfWeek() != DayOfWeek.MONDAY || weeks < 1) {
            throw new IllegalArgumentException(weeks + " weeks from " + from);
        }
    }

    /** The last whole weeks before the week of a day. */
    public static ReportPeriod last(int weeks, LocalDate day) {
        return new ReportPeriod(CounterSum.monday(day).minusWeeks(weeks), weeks);
    }

    /** The weeks from one day's to another's, both included; in either order. */
    public static ReportPeriod between(LocalDate one, LocalDate other) {
        var from = CounterSum.monday(one.isBefore(other) ? one : other);
        var to = CounterSum.monday(one.isBefore(other) ? other : one);
        return new ReportPeriod(from, (int) ChronoUnit.WEEKS.between(from, to) + 1);
    }

    /** The last day of it. */
    public LocalDate to() {
        return from.plusWeeks(weeks).minusDays(1);
    }

    /** As many weeks, directly before. */
    public ReportPeriod before() {
        return new ReportPeriod(from.minusWeeks(weeks), weeks);
    }

    /** Whether each week of it is still counted by itself in the report of a day. */
    public boolean isCounted(LocalDate day) {
        return !from.isBefore(CounterSum.first(day)) && !from.plusWeeks(weeks - 1L).isAfter(day);
    }
}
