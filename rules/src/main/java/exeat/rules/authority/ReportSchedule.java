package exeat.rules.authority;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * When a unit that was handed a directive reports on it, by the pack's assumed procedure.
 *
 * @param first how long after the receipt the first report is due
 * @param every how long after one date the next one is; 0 if days of the week are named
 * @param on the days of the week on which reports are due; empty if {@code every} says it
 * @param chase how long a missing report waits at one level before it is listed at the next
 * @param count the kind of days in which those numbers count
 */
public record ReportSchedule(int first, int every, Set<DayOfWeek> on, int chase, DayCount count) {

    public ReportSchedule {
        on = Set.copyOf(on);
        if ((every > 0) == !on.isEmpty()) {
            throw new IllegalArgumentException(
                    "a schedule names either a number of days or" + " days of the week, not both");
        }
    }

    /** The last day for the first report. */
    public LocalDate first(WorkCalendar calendar, LocalDate received) {
        return calendar.after(received, first, count);
    }

    /** The regular date after another; on a free day it is the next day that is worked. */
    public LocalDate next(WorkCalendar calendar, LocalDate date) {
        if (on.isEmpty()) {
            return calendar.after(date, every, count);
        }
        var at = date.plusDays(1);
        while (!on.contains(at.getDayOfWeek())) {
            at = at.plusDays(1);
        }
        return calendar.isWorked(at) ? at : calendar.after(at, 1, DayCount.WORKING_DAYS);
    }

    /** The last day on which a report that should be there by now is missed at one level alone. */
    public LocalDate chasedUntil(WorkCalendar calendar, LocalDate from) {
        return calendar.after(from, chase, count);
    }
}
