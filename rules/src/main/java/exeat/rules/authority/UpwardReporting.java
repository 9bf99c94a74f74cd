package exeat.rules.authority;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a pack's assumed procedure says of what goes upward. A pack that says nothing asks for no
 * report on a date, and leaves an issue where it is until somebody passes it on.
 *
 * @param reports when units report
 * @param issues how long one level has for an issue
 */
public record UpwardReporting(Optional<ReportSchedule> reports, Optional<Level> issues) {

    public static final UpwardReporting NOTHING =
            new UpwardReporting(Optional.empty(), Optional.empty());

    /** How long one level has. */
    public record Level(int days, DayCount count) {
        /** The last day for a unit with this calendar. */
        public LocalDate until(WorkCalendar calendar, LocalDate from) {
            return calendar.after(from, days, count);
        }
    }

    /** These schedules, completed from another where this one says nothing. */
    public UpwardReporting or(UpwardReporting other) {
        return new UpwardReporting(reports.or(other::reports), issues.or(other::issues));
    }
}
