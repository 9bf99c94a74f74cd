package exeat.identity.birth;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * When somebody is said to have been born: the first and the last day that it can be, both
 * included. What was told by a named lunar calendar is entered as the day that it is.
 */
public record BirthClaim(LocalDate earliest, LocalDate latest) {

    private static final int MONTHS = 12;
    private static final int LAST_YEAR = 4095;

    /**
     * Checks the order, and that it is of a year from 1 to 4095.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public BirthClaim {
        if (earliest.getYear() < 1 || latest.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("of no year: " + earliest + ", " + latest);
        }
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "ends before it begins: " + earliest + ", " + latest);
        }
    }

    public static BirthClaim of(LocalDate day) {
        return new BirthClaim(day, day);
    }

    public static BirthClaim of(YearMonth month) {
        return new BirthClaim(month.atDay(1), month.atEndOfMonth());
    }

    public static BirthClaim of(Year year) {
        return new BirthClaim(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /** From an age as Korea counted it until 2023: one at birth, one more each New Year. */
    public static BirthClaim ofKoreanAge(int age, Year in) {
        return of(in.minusYears(age - 1L));
    }

    /** From an age in whole years on a day. */
    public static BirthClaim ofAge(int age, LocalDate on) {
        return new BirthClaim(on.minusYears(age + 1L).plusDays(1), on.minusYears(age));
    }

    public boolean isDay() {
        return earliest.equals(latest);
    }

    /**
     * Both ends in one number above 0, which {@link BirthComparison} compares: a register of a
     * million people is gone through without a look at their entries.
     */
    public long packed() {
        return PackedDays.of(earliest, latest);
    }

    /**
     * The days of the epoch that are meant by a day if it was told by a lunar calendar, in either
     * country; empty if more than a day is left open.
     */
    public Set<Integer> lunarDays() {
        return isDay()
                ? new LinkedHashSet<>(
                        LunarMonths.get()
                                .days(
                                        earliest.getYear(),
                                        earliest.getMonthValue(),
                                        earliest.getDayOfMonth()))
                : Set.of();
    }

    /**
     * Other days on which somebody is searched for whose day this is: exchanged, the years before
     * and after, and what it is and was told as by a lunar calendar. Empty if no day is told.
     */
    public Set<LocalDate> daysBeside() {
        var days = new LinkedHashSet<LocalDate>();
        if (!isDay()) {
            return days;
        }
        if (earliest.getDayOfMonth() <= MONTHS) {
            days.add(
                    LocalDate.of(
                            earliest.getYear(),
                            earliest.getDayOfMonth(),
                            earliest.getMonthValue()));
        }
        days.add(earliest.minusYears(1));
        days.add(earliest.plusYears(1));
        lunarDays().forEach(day -> days.add(LocalDate.ofEpochDay(day)));
        days.addAll(LunarMonths.get().told(earliest));
        days.remove(earliest);
        return days;
    }

    /** {@code 1930-05-01}, or both ends with a slash between. */
    @Override
    public String toString() {
        return isDay() ? earliest.toString() : earliest + "/" + latest;
    }
}
