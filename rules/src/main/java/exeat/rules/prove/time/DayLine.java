package exeat.rules.prove.time;

import exeat.rules.authority.WorkCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/** The days of one calendar as a numbered sequence, so that limits can be looked up. */
final class DayLine {

    private final LocalDate first;
    private final boolean[] worked;

    /** How many days before each day are worked. */
    private final int[] before;

    /** The numbers of the days that are worked. */
    private final int[] works;

    /**
     * @param length how many days the line has
     */
    DayLine(WorkCalendar calendar, LocalDate first, int length) {
        this.first = first;
        this.worked = new boolean[length];
        this.before = new int[length + 1];
        var found = new int[length];
        var at = first;
        for (int day = 0; day < length; day++) {
            worked[day] = calendar.isWorked(at);
            found[before[day]] = day;
            before[day + 1] = before[day] + (worked[day] ? 1 : 0);
            at = at.plusDays(1);
        }
        this.works = Arrays.copyOf(found, before[length]);
    }

    boolean isWorked(int day) {
        return worked[day];
    }

    boolean isAtLeast(int length) {
        return worked.length >= length;
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    /**
     * Like {@link WorkCalendar#after} for working days; returns the last day if a limit ends beyond
     * it.
     */
    int after(int day, int count) {
        if (count == 0) {
            return day;
        }
        int wanted = before[day + 1] + count - 1;
        return wanted < works.length ? works[wanted] : worked.length - 1;
    }

    /** Like {@link WorkCalendar#between} for working days, up to a day that is not earlier. */
    int between(int from, int to) {
        return before[to + 1] - before[from + 1];
    }
}
