package exeat.rules.feel.value;

import exeat.rules.feel.value.FeelValue.DateTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as text, as {@code string()} writes them (DMN 1.5, 10.3.4). */
public final class Rendering {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_ ]*");

    private Rendering() {}

    /**
     * The text of a value other than null. A value for which the standard defines no text is
     * refused.
     */
    public static String text(FeelValue value, EvaluationContext run) {
        var text = value instanceof FeelValue.Text(var own) ? own : part(value, run);
        run.chargeText(text.length());
        return text;
    }

    private static String part(FeelValue value, EvaluationContext run) {
        run.enter();
        try {
            var text = anyPart(value, run);
            run.chargeText(text.length());
            return text;
        } finally {
            run.leave();
        }
    }

    private static String anyPart(FeelValue value, EvaluationContext run) {
        return switch (value) {
            case FeelValue.Null none -> "null";
            case FeelValue.Num(var number) -> plain(number);
            case FeelValue.Truth(var truth) -> String.valueOf(truth);
            case FeelValue.Text(var text) -> quoted(text);
            case FeelValue.Date(var date) -> date(date);
            case FeelValue.Time time -> time(time.time()) + zone(time.zone());
            case DateTime moment ->
                    date(moment.local().toLocalDate())
                            + "T"
                            + time(moment.local().toLocalTime())
                            + zone(moment.zone());
            case FeelValue.DaysTime(var duration) -> duration(duration);
            case FeelValue.YearsMonths(var months) -> months(months);
            case FeelValue.Items(var items) ->
                    items.stream()
                            .map(item -> part(item, run))
                            .collect(Collectors.joining(", ", "[", "]"));
            case FeelValue.Context(var entries) ->
                    entries.entrySet().stream()
                            .map(entry -> name(entry.getKey()) + ": " + part(entry.getValue(), run))
                            .collect(Collectors.joining(", ", "{", "}"));
            case FeelValue.Range range ->
                    throw new EvaluationException("writes a range as a string");
            case FeelValue.Function function ->
                    throw new EvaluationException("writes a function as a string");
        };
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String quoted(String text) {
        if (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('\n') >= 0) {
            throw new EvaluationException("writes a string with marks of its own inside another");
        }
        return '"' + text + '"';
    }

    private static String name(String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new EvaluationException("writes a context with an unusual name as a string");
        }
        return name;
    }

    private static String date(LocalDate date) {
        var year = String.format("%04d", Math.abs((long) date.getYear()));
        return "%s%s-%02d-%02d"
                .formatted(
                        date.getYear() < 0 ? "-" : "",
                        year,
                        date.getMonthValue(),
                        date.getDayOfMonth());
    }

    private static String time(LocalTime time) {
        var seconds =
                "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
        return seconds + fraction(time.getNano());
    }

    private static String fraction(int nanos) {
        return nanos == 0 ? "" : "." + "%09d".formatted(nanos).replaceAll("0+$", "");
    }

    private static String zone(Zone zone) {
        return switch (zone) {
            case Zone.None none -> "";
            case Zone.Offset(var offset) -> offset.getId();
            case Zone.Named(var id) -> "@" + id.getId();
        };
    }

    private static String duration(Duration duration) {
        if (duration.isZero()) {
            return "PT0S";
        }
        var size = duration.abs();
        var time = new StringBuilder();
        append(time, size.toHoursPart(), "H");
        append(time, size.toMinutesPart(), "M");
        if (size.toSecondsPart() != 0 || size.toNanosPart() != 0) {
            time.append(size.toSecondsPart()).append(fraction(size.toNanosPart())).append('S');
        }
        var text = new StringBuilder(duration.isNegative() ? "-P" : "P");
        append(text, size.toDaysPart(), "D");
        return time.isEmpty() ? text.toString() : text.append('T').append(time).toString();
    }

    private static String months(long months) {
        if (months == 0) {
            return "P0M";
        }
        var text = new StringBuilder(months < 0 ? "-P" : "P");
        append(text, Math.abs(months) / 12, "Y");
        append(text, Math.abs(months) % 12, "M");
        return text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }
}
