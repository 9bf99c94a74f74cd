package exeat.casework.value.birth;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day as a lunar calendar names it, such as the third of the sixth month of 1930. Which day of
 * the calendar of today that is, a table of the sun and the moon tells; here it is only kept as it
 * was told.
 *
 * @param year the one of today's calendar in which this lunar year begins, four digits
 * @param month 1 to 12
 * @param leap whether it is the month that follows the one of its number and has the same
 * @param day 1 to 30
 */
public record LunarDay(Calendar calendar, int year, int month, boolean leap, int day) {

    /** Whose lunar calendar; in some years their months begin a day apart. */
    public enum Calendar {
        CHINESE("chinese"),
        KOREAN("dangi");

        private final String word;

        Calendar(String word) {
            this.word = word;
        }

        /** The calendar's key in CLDR. */
        public String word() {
            return word;
        }

        public static Optional<Calendar> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    private static final Pattern TEXT =
            Pattern.compile("(chinese|dangi)=(\\d{4})-(\\d\\d)(L?)-(\\d\\d)");

    private static final int MONTHS = 12;
    private static final int MAX_DAYS = 30;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if no lunar year has such a day
     */
    public LunarDay {
        if (!isIn(year, FIRST_YEAR, LAST_YEAR)
                || !isIn(month, 1, MONTHS)
                || !isIn(day, 1, MAX_DAYS)) {
            throw new IllegalArgumentException("no such day in any lunar year");
        }
    }

    private static boolean isIn(int part, int least, int most) {
        return part >= least && part <= most;
    }

    /** What {@link #text} wrote; empty if it is none. */
    static Optional<LunarDay> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LunarDay(
                            Calendar.of(parts.group(1)).orElseThrow(),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            !parts.group(4).isEmpty(),
                            Integer.parseInt(parts.group(5))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As {@code chinese=1930-06L-03}, where L marks a leap month as RFC 7529 does. */
    String text() {
        return "%s=%04d-%02d%s-%02d".formatted(calendar.word(), year, month, leap ? "L" : "", day);
    }
}
