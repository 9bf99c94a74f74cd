package exeat.casework.value.birth;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date of birth as far as it is known: a day, a month, a year, or the days from one to another.
 * Nobody has to make up what is missing. Two that leave the same days possible are equal, however
 * they were told; a day by the lunar calendar is kept as it was told beside the day that it is.
 *
 * <p>Written as ISO 8601 does it, and stored so: {@code 1930-05-01}, {@code 1930-05}, {@code 1930},
 * {@code 1930-05-01/1931-02-28}; and {@code 1930-06-28[chinese=1930-06-03]}.
 *
 * @param earliest the first day that it can be
 * @param latest the last one; not before the first
 * @param lunar what was told, of a day
 */
public record BirthDate(LocalDate earliest, LocalDate latest, Optional<LunarDay> lunar) {

    /** How much is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        BETWEEN
    }

    /**
     * Whole years of age on a day, from the youngest to the oldest that somebody can be.
     *
     * @param least 0 of somebody who may not be born yet
     * @param most not less than the least
     */
    public record Ages(int least, int most) {

        public boolean isOne() {
            return least == most;
        }
    }

    /** In whole years. */
    public static final int OF_AGE = 18;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the last day is before the first, or if a lunar day is
     *     given for more than a day
     */
    public BirthDate {
        if (latest.isBefore(earliest) || (lunar.isPresent() && !earliest.equals(latest))) {
            throw new IllegalArgumentException("no such date of birth");
        }
    }

    public static BirthDate of(LocalDate day) {
        return between(day, day);
    }

    public static BirthDate of(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    public static BirthDate of(Year year) {
        return between(year.atMonth(1).atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /**
     * From one day to another, both included.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public static BirthDate between(LocalDate first, LocalDate last) {
        return new BirthDate(first, last, Optional.empty());
    }

    /**
     * A day that was told by the lunar calendar.
     *
     * @param day the one that it is
     */
    public static BirthDate of(LocalDate day, LunarDay told) {
        return new BirthDate(day, day, Optional.of(told));
    }

    /** What {@link #text} wrote; empty if it is no date of birth. */
    public static Optional<BirthDate> parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return between(day(text.substring(0, slash)), day(text.substring(slash + 1)));
            }
            int told = text.indexOf('[');
            if (told >= 0 && text.endsWith("]")) {
                return lunar(
                        day(text.substring(0, told)), text.substring(told + 1, text.length() - 1));
            }
            if (YEAR.matcher(text).matches()) {
                return Optional.of(of(Year.parse(text)));
            }
            return MONTH.matcher(text).matches()
                    ? Optional.of(of(YearMonth.parse(text)))
                    : day(text).map(BirthDate::of);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    }

    private static Optional<BirthDate> between(
            Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.flatMap(one ->
                last.filter(other -> !other.isBefore(one)).map(other -> between(one, other)));
    }

    private static Optional<BirthDate> lunar(Optional<LocalDate> day, String told) {
        return day.flatMap(one -> LunarDay.parse(told).map(lunar -> of(one, lunar)));
    }

    /** See the class. */
    public String text() {
        var known =
                switch (precision()) {
                    case DAY -> earliest.toString();
                    case MONTH -> YearMonth.from(earliest).toString();
                    case YEAR -> "%04d".formatted(earliest.getYear());
                    case BETWEEN -> earliest + "/" + latest;
                };
        return known + lunar.map(told -> "[" + told.text() + "]").orElse("");
    }

    public Precision precision() {
        if (earliest.equals(latest)) {
            return Precision.DAY;
        }
        if (equals(of(YearMonth.from(earliest)))) {
            return Precision.MONTH;
        }
        return equals(of(Year.from(earliest))) ? Precision.YEAR : Precision.BETWEEN;
    }

    /** Whether it can be this day. */
    public boolean mayBe(LocalDate day) {
        return !day.isBefore(earliest) && !day.isAfter(latest);
    }

    /** Whether both can be the same day. */
    public boolean mayBe(BirthDate other) {
        return !other.latest.isBefore(earliest) && !other.earliest.isAfter(latest);
    }

    /** Born on 29 February, somebody is a year older on 1 March of a year without one. */
    public Ages agesOn(LocalDate day) {
        return new Ages(age(latest, day), age(earliest, day));
    }

    private static int age(LocalDate born, LocalDate day) {
        return Math.max(0, Period.between(born, day).getYears());
    }

    /**
     * Whether it can be somebody under age: until the last day that it can be is long enough ago.
     */
    public boolean isMinorOn(LocalDate day) {
        return agesOn(day).least() < OF_AGE;
    }

    @Override
    public String toString() {
        return text();
    }
}
