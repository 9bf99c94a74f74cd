package exeat.rules.feel.value;

import exeat.rules.feel.value.FeelValue.Date;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Time;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates, times and durations as FEEL writes them (DMN 1.5, 10.3.2). */
public final class Temporals {

    private static final String NUMBER = "([0-9]{1,18})";

    private static final Pattern DATE =
            Pattern.compile("(-?)([1-9][0-9]{4,8}|[0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile(
                    "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?"
                            + "(?:(Z)|([+-])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?|@([!-~]{1,60}))?");
    private static final Pattern YEARS_MONTHS =
            Pattern.compile("(-?)P(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?");
    private static final Pattern DAYS_TIME =
            Pattern.compile(
                    "(-?)P(?:"
                            + NUMBER
                            + "D)?(?:(T)(?:"
                            + NUMBER
                            + "H)?(?:"
                            + NUMBER
                            + "M)?(?:"
                            + NUMBER
                            + "(?:\\.([0-9]*))?S)?)?");

    private Temporals() {}

    public static Optional<Date> date(String text) {
        var parts = DATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1) + parts.group(2));
        if (year == 0) {
            throw new EvaluationException("holds a date of the year 0000");
        }
        return date(year, Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
    }

    public static Optional<Date> date(int year, int month, int day) {
        try {
            return Math.abs((long) year) > 999_999_999
                    ? Optional.empty()
                    : Optional.of(new Date(LocalDate.of(year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static Optional<Time> time(String text) {
        if (text.startsWith("24:00:00")) {
            throw new EvaluationException("holds the time 24:00:00 without a date");
        }
        return anyTime(text);
    }

    private static Optional<Time> anyTime(String text) {
        var parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var zone = Optional.<Zone>of(Zone.None.NONE);
        if (parts.group(5) != null) {
            zone = Optional.<Zone>of(Zone.Offset.UTC);
        } else if (parts.group(6) != null) {
            zone = offset(parts.group(6), parts.group(7), parts.group(8), or(parts.group(9), "0"));
        } else if (parts.group(10) != null) {
            zone = Zone.named(parts.group(10));
        }
        var fraction = or(parts.group(4), "0");
        try {
            var local =
                    LocalTime.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            nanos(fraction));
            return zone.map(there -> new Time(local, there));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static String or(String group, String otherwise) {
        return group == null ? otherwise : group;
    }

    private static int nanos(String fraction) {
        if (fraction.length() > 9) {
            throw new EvaluationException("holds a fraction of a second of more than 9 digits");
        }
        return Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static Optional<Zone> offset(
            String sign, String hours, String minutes, String seconds) {
        int minute = Integer.parseInt(minutes);
        int second = Integer.parseInt(seconds);
        int total = Integer.parseInt(hours) * 3600 + minute * 60 + second;
        if (minute > 59 || second > 59) {
            return Optional.empty();
        }
        return offset(sign.equals("-") ? -total : total);
    }

    /** An offset of this many seconds; empty beyond 18 hours. */
    public static Optional<Zone> offset(long seconds) {
        return Math.abs(seconds) > 18 * 3600
                ? Optional.empty()
                : Optional.of(new Zone.Offset(ZoneOffset.ofTotalSeconds((int) seconds)));
    }

    /** A moment. A date without a time is its midnight; 24:00:00 is the next day's midnight. */
    public static Optional<DateTime> dateTime(String text) {
        int at = text.indexOf('T');
        if (at < 0) {
            return date(text).map(day -> new DateTime(day.date().atStartOfDay(), Zone.None.NONE));
        }
        var day = date(text.substring(0, at));
        var rest = text.substring(at + 1);
        boolean next = rest.matches("24:00:00(\\.0+)?([^.0-9].*)?");
        var time = anyTime(next ? "00" + rest.substring(2) : rest);
        if (day.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        var start = next ? day.get().date().plusDays(1) : day.get().date();
        return Optional.of(new DateTime(start.atTime(time.get().time()), time.get().zone()));
    }

    /** Parses a duration of either kind. */
    public static Optional<FeelValue> duration(String text) {
        if (text.length() > 200) {
            return Optional.empty();
        }
        try {
            var months = YEARS_MONTHS.matcher(text);
            if (months.matches() && (months.group(2) != null || months.group(3) != null)) {
                long total =
                        Math.addExact(
                                Math.multiplyExact(number(months.group(2)), 12L),
                                number(months.group(3)));
                return Optional.of(new YearsMonths(signed(months.group(1), total)));
            }
            return daysTime(text);
        } catch (ArithmeticException tooLong) {
            throw new EvaluationException("holds a duration too long to count");
        }
    }

    private static Optional<FeelValue> daysTime(String text) {
        var parts = DAYS_TIME.matcher(text);
        boolean any =
                parts.matches()
                        && (parts.group(2) != null
                                || parts.group(4) != null
                                || parts.group(5) != null
                                || parts.group(6) != null);
        if (!any || text.endsWith("T")) {
            return Optional.empty();
        }
        var total =
                Duration.ofDays(number(parts.group(2)))
                        .plusHours(number(parts.group(4)))
                        .plusMinutes(number(parts.group(5)))
                        .plusSeconds(number(parts.group(6)))
                        .plusNanos(nanos(or(parts.group(7), "")));
        return Optional.of(new DaysTime(parts.group(1).isEmpty() ? total : total.negated()));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long signed(String sign, long number) {
        return sign.isEmpty() ? number : -number;
    }

    /** The value of an {@code @"..."} literal. */
    public static Optional<FeelValue> any(String text) {
        if (text.startsWith("P") || text.startsWith("-P")) {
            return duration(text);
        }
        if (text.indexOf('T') > 0
                && text.substring(1).indexOf('-') >= 0
                && date(text.substring(0, text.indexOf('T'))).isPresent()) {
            return dateTime(text).map(value -> value);
        }
        Optional<FeelValue> date = date(text).map(value -> value);
        return date.isPresent() ? date : time(text).map(value -> value);
    }
}
