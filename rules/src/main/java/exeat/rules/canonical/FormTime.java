package exeat.rules.canonical;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a pack counts time; missing parts come from the pack that it extends.
 *
 * @param calendars by id
 * @param calendarOf by unit, the id of its own calendar
 * @param clearances the kind of days in which the limits of clearances count: {@code days} or
 *     {@code working days}
 * @param decisions the kind of days in which the limit of a decision counts, likewise
 * @param answerDays how long the clock waits for a person's answer; 0 where it never pauses
 * @param warnPercent the percentage of a limit after which the unit is warned
 * @param sooner whose cases are due earlier
 * @param reports when units report; none on a date where empty
 * @param issueLevel how long one level has for an issue; without a limit where empty
 * @param newSecretDays how long a person's new secret waits before it works
 * @param service the words of the ways in which a decision is served, sorted
 * @param appealDays from the day of service; empty where an appeal stays possible
 * @param hearingDays how long the person can answer before a decision against them
 */
public record FormTime(
        Map<String, Calendar> calendars,
        Map<String, String> calendarOf,
        String clearances,
        String decisions,
        int answerDays,
        int warnPercent,
        List<Sooner> sooner,
        Optional<Reports> reports,
        Optional<Days> issueLevel,
        int newSecretDays,
        List<String> service,
        Optional<Integer> appealDays,
        int hearingDays) {

    public FormTime {
        calendars = Collections.unmodifiableMap(new TreeMap<>(calendars));
        calendarOf = Collections.unmodifiableMap(new TreeMap<>(calendarOf));
        sooner = List.copyOf(sooner);
        service = List.copyOf(new TreeSet<>(service));
    }

    /**
     * The days on which a unit works.
     *
     * @param week those of a week, sorted
     * @param everyYear free days that return, sorted
     * @param once free days of one year, sorted
     * @param worked days that are worked although they would be free, sorted
     */
    public record Calendar(
            List<DayOfWeek> week,
            List<MonthDay> everyYear,
            List<LocalDate> once,
            List<LocalDate> worked) {
        public Calendar {
            week = List.copyOf(new TreeSet<>(week));
            everyYear = List.copyOf(new TreeSet<>(everyYear));
            once = List.copyOf(new TreeSet<>(once));
            worked = List.copyOf(new TreeSet<>(worked));
        }
    }

    /** A number of days, and in what it counts. */
    public record Days(int days, String count) {}

    /** A reason for an earlier due day, in the pack's word, with its days. */
    public record Sooner(String kind, int days) {}

    /** When units report; see {@code ReportSchedule}. */
    public record Reports(int first, int every, List<DayOfWeek> on, int chase, String count) {
        public Reports {
            on = List.copyOf(new TreeSet<>(on));
        }
    }
}
