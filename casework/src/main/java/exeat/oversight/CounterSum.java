package exeat.oversight;

import exeat.rules.authority.AuthorityId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counters summed up for the report.
 *
 * @param week the Monday of the week in which what is counted began; for everything before the
 *     weeks that are counted one by one, {@link #before}
 * @param age for waiting work the first day of its band of ages, otherwise 0
 * @param late whether the last day for it has passed
 */
public record CounterSum(
        AuthorityId unit, Measure measure, LocalDate week, int age, boolean late, long n) {

    /** The number of weeks that are counted one by one, ending with the week of the day. */
    public static final int WEEKS = 26;

    /** The number of them that charts and files show. */
    public static final int SHOWN = 13;

    /** The Monday of the first week that is counted by itself. */
    public static LocalDate first(LocalDate day) {
        return monday(day).minusWeeks(WEEKS - 1L);
    }

    /** The Mondays of the weeks that are counted one by one, the oldest first. */
    public static List<LocalDate> mondays(LocalDate day) {
        return Stream.iterate(first(day), monday -> monday.plusWeeks(1)).limit(WEEKS).toList();
    }

    /** The Monday that stands for every week before those. */
    public static LocalDate before(LocalDate day) {
        return first(day).minusWeeks(1);
    }

    /** The Monday of a day's week. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** One counter as the report of a day needs it. */
    static CounterSum of(ReportCounter cell, long n, LocalDate day) {
        boolean waiting = cell.measure() == Measure.WAITING;
        var week = monday(cell.began());
        var oldest = before(day);
        return new CounterSum(
                cell.authority(),
                cell.measure(),
                week.isBefore(oldest) ? oldest : week,
                waiting ? (int) cell.began().until(day, java.time.temporal.ChronoUnit.DAYS) : 0,
                waiting && cell.due().filter(day::isAfter).isPresent(),
                n);
    }
}
