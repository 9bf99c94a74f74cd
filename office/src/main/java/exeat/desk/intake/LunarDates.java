package exeat.desk.intake;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.DangiCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.LunarDay;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.Optional;

/**
 * Which day of the calendar of today a lunar day is, by the tables of ICU: for China by the time of
 * its east, for Korea by the time that was kept there. The day is worked out where it is entered,
 * and stored with what was entered, so that another table changes nothing that was filed.
 */
public final class LunarDates {

    /** What a file or a program may send. */
    public static final String FORMS =
            "not a date like 1930-05-01, 1930-05, 1930 or 1930-05-01/1931-02-28";

    private LunarDates() {}

    /** The day; empty where that lunar year has no such leap month, or the month no such day. */
    public static Optional<LocalDate> day(LunarDay told) {
        var calendar = calendar(told.calendar());
        calendar.clear();
        calendar.set(Calendar.EXTENDED_YEAR, told.year());
        calendar.set(Calendar.MONTH, told.month() - 1);
        calendar.set(Calendar.IS_LEAP_MONTH, told.leap() ? 1 : 0);
        calendar.set(Calendar.DAY_OF_MONTH, told.day());
        var day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY));
        return Optional.of(day).filter(_ -> of(calendar, told.calendar()).equals(told));
    }

    private static LunarDay of(Calendar calendar, LunarDay.Calendar whose) {
        return new LunarDay(
                whose,
                calendar.get(Calendar.EXTENDED_YEAR),
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.IS_LEAP_MONTH) == 1,
                calendar.get(Calendar.DAY_OF_MONTH));
    }

    /** ICU calls the second internal; the other way to it reads the clock. */
    @SuppressWarnings("deprecation")
    private static Calendar calendar(LunarDay.Calendar whose) {
        return switch (whose) {
            case CHINESE -> new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            case KOREAN -> new DangiCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        };
    }

    /**
     * A date of birth as files and programs send it.
     *
     * @return empty if it is none, or if it says of a lunar day that it is another than it is
     */
    public static Optional<BirthDate> read(String text) {
        return BirthDate.parse(text)
                .filter(born ->
                        born.lunar().isEmpty()
                                || born.lunar()
                                        .flatMap(LunarDates::day)
                                        .equals(Optional.of(born.earliest())));
    }
}
