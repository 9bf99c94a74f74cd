package exeat.papers.mrz;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A date of six characters, YYMMDD: a year without its century, and of a date of birth perhaps
 * without month, day or year (Doc 9303 part 3, section 4.8).
 *
 * @param year 0 to 99, if known
 * @param month 1 to 12, if known
 * @param day 1 to 31, if known
 */
public record MrzDate(OptionalInt year, OptionalInt month, OptionalInt day) {

    private static final Pattern SHAPE = Pattern.compile("(\\d\\d|<<)(\\d\\d|<<)(\\d\\d|<<)");
    private static final String UNKNOWN = "<<";
    private static final int CENTURY = 100;

    /** A year that had, or will have, a 29 February whenever its last two digits allow one. */
    private static final int LEAP_CENTURY = 2000;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if no calendar has such a day
     */
    public MrzDate {
        if (!isIn(year, 0, 99) || !isIn(month, 1, 12) || !isIn(day, 1, lastDay(year, month))) {
            throw new IllegalArgumentException("no such date");
        }
    }

    public static MrzDate of(LocalDate date) {
        return new MrzDate(
                OptionalInt.of(date.getYear() % CENTURY),
                OptionalInt.of(date.getMonthValue()),
                OptionalInt.of(date.getDayOfMonth()));
    }

    /** Nothing of the date is known. */
    public static MrzDate unknown() {
        return new MrzDate(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Six characters as a date; empty if they are none. */
    static Optional<MrzDate> read(String six) {
        var shape = SHAPE.matcher(six);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var year = part(shape.group(1));
        var month = part(shape.group(2));
        var day = part(shape.group(3));
        boolean exists = isIn(month, 1, 12) && isIn(day, 1, lastDay(year, month));
        return exists ? Optional.of(new MrzDate(year, month, day)) : Optional.empty();
    }

    private static OptionalInt part(String two) {
        return two.equals(UNKNOWN) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(two));
    }

    private static boolean isIn(OptionalInt part, int least, int most) {
        return part.isEmpty() || (part.getAsInt() >= least && part.getAsInt() <= most);
    }

    private static int lastDay(OptionalInt year, OptionalInt month) {
        int known = month.orElse(1);
        return YearMonth.of(LEAP_CENTURY + year.orElse(0), known < 1 || known > 12 ? 1 : known)
                .lengthOfMonth();
    }

    public boolean isWhole() {
        return year.isPresent() && month.isPresent() && day.isPresent();
    }

    /** As it is printed, with fillers for what is unknown. */
    public String text() {
        return text(year) + text(month) + text(day);
    }

    private static String text(OptionalInt part) {
        return part.isEmpty() ? UNKNOWN : "%02d".formatted(part.getAsInt());
    }

    /**
     * The last such day up to another: of a date of birth, the one in the past. Somebody of a
     * hundred years or more is taken for a child, which the zone alone cannot tell.
     */
    public Optional<LocalDate> upTo(LocalDate latest) {
        if (!isWhole()) {
            return Optional.empty();
        }
        for (int century = latest.getYear() / CENTURY; century >= 0; century--) {
            var date = in(century);
            if (date.isPresent() && !date.get().isAfter(latest)) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** The one such day within fifty years of another, as for a date of expiry. */
    public Optional<LocalDate> nearest(LocalDate other) {
        return isWhole() ? upTo(other.plusYears(CENTURY / 2)) : Optional.empty();
    }

    private Optional<LocalDate> in(int century) {
        int whole = century * CENTURY + year.orElseThrow();
        var months = YearMonth.of(whole, month.orElseThrow());
        return months.isValidDay(day.orElseThrow())
                ? Optional.of(months.atDay(day.orElseThrow()))
                : Optional.empty();
    }
}
