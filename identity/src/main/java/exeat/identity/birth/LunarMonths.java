package exeat.identity.birth;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.DangiCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;

/**
 * On which day each month of the two lunar calendars begins. Worked out once from ICU, which takes
 * too long to ask for each of a million people.
 */
final class LunarMonths {

    static final int FIRST_YEAR = 1850;
    static final int LAST_YEAR = 2050;

    private static final int MONTHS = 12;
    private static final int MAX_DAYS = 30;
    private static final int NONE = Integer.MIN_VALUE;

    /** By calendar, then year, month and whether it is a leap month: the day of the epoch. */
    private final int[][] begin = {
        table(new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT)), table(korean())
    };

    private LunarMonths() {}

    /** ICU calls it internal; the other way to it reads the clock. */
    @SuppressWarnings("deprecation")
    private static Calendar korean() {
        return new DangiCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    }

    private static final class Holder {
        private static final LunarMonths ONE = new LunarMonths();
    }

    static LunarMonths get() {
        return Holder.ONE;
    }

    private static int[] table(Calendar calendar) {
        var begin = new int[(LAST_YEAR - FIRST_YEAR + 1) * MONTHS * 2];
        for (int at = 0; at < begin.length; at++) {
            int leap = at % 2;
            calendar.clear();
            calendar.set(Calendar.EXTENDED_YEAR, FIRST_YEAR + at / 2 / MONTHS);
            calendar.set(Calendar.MONTH, at / 2 % MONTHS);
            calendar.set(Calendar.IS_LEAP_MONTH, leap);
            calendar.set(Calendar.DAY_OF_MONTH, 1);
            int day = calendar.get(Calendar.JULIAN_DAY);
            boolean exists = calendar.get(Calendar.IS_LEAP_MONTH) == leap;
            begin[at] =
                    exists
                            ? (int) LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day).toEpochDay()
                            : NONE;
        }
        return begin;
    }

    /**
     * The days that a date can be if it was told by a lunar calendar, the leap month included.
     *
     * @return days of the epoch, each once; empty outside {@value #FIRST_YEAR} to {@value
     *     #LAST_YEAR}
     */
    List<Integer> days(int year, int month, int day) {
        var days = new ArrayList<Integer>();
        if (year < FIRST_YEAR || year > LAST_YEAR || day > MAX_DAYS) {
            return days;
        }
        int at = ((year - FIRST_YEAR) * MONTHS + month - 1) * 2;
        for (var months : begin) {
            for (int leap = 0; leap < 2; leap++) {
                int first = months[at + leap];
                if (first != NONE && !days.contains(first + day - 1)) {
                    days.add(first + day - 1);
                }
            }
        }
        return days;
    }

    /** Whether a date is a day if it was told by a lunar calendar: one of {@link #days}. */
    boolean isTold(int year, int month, int day, long epochDay) {
        if (year < FIRST_YEAR || year > LAST_YEAR || day > MAX_DAYS) {
            return false;
        }
        int at = ((year - FIRST_YEAR) * MONTHS + month - 1) * 2;
        long first = epochDay - day + 1;
        for (var months : begin) {
            if (months[at] == first || months[at + 1] == first) {
                return true;
            }
        }
        return false;
    }

    /**
     * How a day can have been told by a lunar calendar, where that is also a date of today's.
     *
     * @return dates, each once
     */
    List<LocalDate> told(LocalDate day) {
        var told = new ArrayList<LocalDate>();
        for (int year = day.getYear() - 1; year <= day.getYear(); year++) {
            for (int at = 0; year >= FIRST_YEAR && year <= LAST_YEAR && at < MONTHS * 2; at++) {
                for (var months : begin) {
                    int first = months[(year - FIRST_YEAR) * MONTHS * 2 + at];
                    long number = day.toEpochDay() - first + 1;
                    add(told, year, at / 2 + 1, first == NONE ? 0 : number);
                }
            }
        }
        return told;
    }

    private static void add(List<LocalDate> told, int year, int month, long number) {
        int longest = Math.min(MAX_DAYS, YearMonth.of(year, month).lengthOfMonth());
        if (number >= 1 && number <= longest) {
            var date = LocalDate.of(year, month, (int) number);
            if (!told.contains(date)) {
                told.add(date);
            }
        }
    }
}
