package exeat.rules.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as files write them, read digit by digit. */
final class PlainText {

    private static final int LENGTH = "1963-08-08".length();

    private PlainText() {}

    /** The day that is written with four digits, two and two; null of every other text. */
    static @Nullable LocalDate day(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = 100 * digits(text, 0) + digits(text, 2);
        int month = digits(text, 5);
        int day = digits(text, 8);
        if (year < 1 || month < 1 || day < 1) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** The number of two digits; so far below zero that no sum with it is above, of others. */
    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : 10 * tens + ones;
    }
}
