package exeat.rules.authority;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How a directive counts time: the kind of days, calendars, warnings, and whose cases are due
 * earlier. A pack that declares no limits counts in days, pauses nothing and warns of nothing.
 *
 * @param zone of the vocabulary
 * @param calendars the calendars that the pack declares; empty if every day is a working day
 * @param of the calendar of each unit that has one of its own, or of a unit above it
 * @param clearances the kind of days in which the limits of clearances count
 * @param decisions the kind of days in which the limit of a decision counts
 * @param answerDays how long the traveller has for an answer; the clock waits no longer
 * @param warnPercent the percentage of a limit after which the unit is warned
 * @param order whose cases are due earlier
 * @param newSecretDays how long a person's new secret waits before it works, so that a person who
 *     has the old one can object
 * @param service how decisions reach a person, and how long they can then appeal
 */
public record TimeLimits(
        ZoneId zone,
        List<WorkCalendar> calendars,
        Map<AuthorityId, WorkCalendar> of,
        DayCount clearances,
        DayCount decisions,
        int answerDays,
        int warnPercent,
        List<PriorityRule> order,
        int newSecretDays,
        DecisionService service) {

    private static final int ALL = 100;

    public static final int ANSWER_DAYS = 14;
    public static final int WARN_PERCENT = 80;

    /** A week: a letter arrives and is answered, and nobody is kept waiting for longer. */
    public static final int NEW_SECRET_DAYS = 7;

    public TimeLimits {
        calendars = List.copyOf(calendars);
        of = Map.copyOf(of);
        order = List.copyOf(order);
    }

    /** What holds where a pack says nothing of limits. */
    public static TimeLimits plain(ZoneId zone) {
        return new TimeLimits(
                zone,
                List.of(),
                Map.of(),
                DayCount.DAYS,
                DayCount.DAYS,
                0,
                ALL,
                List.of(),
                NEW_SECRET_DAYS,
                DecisionService.PLAIN);
    }

    /**
     * Whether the pack says how it counts. Then files that are due on one day come in the order of
     * the days on which they were received; else by how long a step of theirs waits.
     */
    public boolean isDeclared() {
        return answerDays > 0;
    }

    /**
     * Whether a limit here may end later than there. Working days end later than the same number of
     * calendar days, and later still by a calendar with more free days. A clock that waits longer
     * for answers, a lost priority, a shorter time to appeal, and days that begin at another time
     * count too. For a local pack {@code exeat.rules.prove} answers exactly.
     */
    public boolean countsLongerThan(TimeLimits other) {
        return isLonger(clearances, other.clearances, other)
                || isLonger(decisions, other.decisions, other)
                || answerDays > other.answerDays
                || service.isWorseThan(other.service)
                || !zone.getRules().equals(other.zone.getRules())
                || !other.order.stream()
                        .allMatch(rule -> order.stream().anyMatch(own -> own.isAsSoonAs(rule)));
    }

    private boolean isLonger(DayCount own, DayCount theirs, TimeLimits other) {
        return own == DayCount.WORKING_DAYS
                && (theirs == DayCount.DAYS || !calendars.equals(other.calendars));
    }

    public TimeLimits in(ZoneId other) {
        return new TimeLimits(
                other,
                calendars,
                of,
                clearances,
                decisions,
                answerDays,
                warnPercent,
                order,
                newSecretDays,
                service);
    }

    /** The unit's own calendar, or the pack's first. */
    public WorkCalendar calendar(AuthorityId unit) {
        var own = of.get(unit);
        if (own != null) {
            return own;
        }
        return calendars.isEmpty() ? WorkCalendar.EVERY_DAY : calendars.getFirst();
    }

    public LocalDate clearanceBy(AuthorityId unit, LocalDate from, int days) {
        return calendar(unit).after(from, days, clearances);
    }

    public LocalDate decisionBy(AuthorityId unit, LocalDate from, int days) {
        return calendar(unit).after(from, days, decisions);
    }

    /** The day on which the traveller should have answered. */
    public LocalDate answerBy(LocalDate asked) {
        return asked.plusDays(answerDays);
    }

    /**
     * The day on which to warn of a limit, before its last; the first day itself where there are
     * too few for a warning.
     */
    public LocalDate warnOn(LocalDate since, LocalDate due) {
        if (warnPercent == ALL) {
            return since;
        }
        int whole = WorkCalendar.EVERY_DAY.between(since, due, DayCount.DAYS);
        return since.plusDays(Math.min((long) whole * warnPercent / ALL, Math.max(whole - 1, 0)));
    }
}
