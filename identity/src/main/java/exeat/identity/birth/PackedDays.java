package exeat.identity.birth;

import java.time.LocalDate;

/**
 * Two dates in the lower {@value #BITS} bits of a number: of each twelve bits of the year, four of
 * the month and five of the day, so that earlier dates are smaller.
 */
final class PackedDays {

    static final int BITS = 42;

    private static final int DATE_BITS = 21;
    private static final int DATE = (1 << DATE_BITS) - 1;
    private static final int YEAR_SHIFT = 9;
    private static final int MONTH_SHIFT = 5;
    private static final int MONTH = 0xF;
    private static final int DAY = 0x1F;

    private PackedDays() {}

    static long of(LocalDate earliest, LocalDate latest) {
        return ((long) of(earliest) << DATE_BITS) | of(latest);
    }

    private static int of(LocalDate date) {
        return (date.getYear() << YEAR_SHIFT)
                | (date.getMonthValue() << MONTH_SHIFT)
                | date.getDayOfMonth();
    }

    static int earliest(long packed) {
        return (int) (packed >>> DATE_BITS) & DATE;
    }

    static int latest(long packed) {
        return (int) packed & DATE;
    }

    static int year(int date) {
        return date >>> YEAR_SHIFT;
    }

    static int month(int date) {
        return (date >>> MONTH_SHIFT) & MONTH;
    }

    static int day(int date) {
        return date & DAY;
    }

    /** Moves a date by years, keeping month and day, 29 February included. */
    static int plusYears(int date, int years) {
        return date + years * (1 << YEAR_SHIFT);
    }

    static long epochDay(int date) {
        return LocalDate.of(year(date), month(date), day(date)).toEpochDay();
    }
}
