package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Date;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.FeelValue.Time;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Temporals;
import exeat.rules.feel.value.Values;
import exeat.rules.feel.value.Zone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Conversion functions (DMN 1.5, 10.3.4). */
final class ConversionFunctions {

    private static final Set<String> GROUPING = Set.of(" ", ",", ".");
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

    private ConversionFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add("date", "from", ConversionFunctions::date);
        table.add("date", "year, month, day", ConversionFunctions::dateOfParts);
        table.add("time", "from", ConversionFunctions::time);
        table.add("time", "hour, minute, second, offset?", ConversionFunctions::timeOfParts);
        table.add("date and time", "from", ConversionFunctions::dateTime);
        table.add("date and time", "date, time", ConversionFunctions::dateAndTime);
        table.add(
                "date and time",
                "year, month, day, hour, minute, second, offset?",
                a -> {
                    throw new EvaluationException("makes a date and time of its parts");
                });
        table.add("duration", "from", ConversionFunctions::duration);
        table.add("years and months duration", "from, to", ConversionFunctions::monthsBetween);
        table.add(
                "number",
                "from, grouping separator, decimal separator",
                ConversionFunctions::number);
        table.add(
                "number",
                "from",
                a -> {
                    throw new EvaluationException("makes a number of a string without separators");
                });
        table.add("range", "from", a -> RangeText.read(a.text(0), a.run()).orElse(Values.NULL));
    }

    private static FeelValue orNull(Optional<? extends FeelValue> value) {
        return value.isPresent() ? value.get() : Values.NULL;
    }

    private static FeelValue date(ActualArguments arguments) {
        var from = arguments.some(0);
        if (from instanceof DateTime moment) {
            return new Date(moment.local().toLocalDate());
        }
        return from instanceof Date ? from : orNull(Temporals.date(arguments.text(0)));
    }

    private static FeelValue dateOfParts(ActualArguments arguments) {
        return orNull(Temporals.date(arguments.whole(0), arguments.whole(1), arguments.whole(2)));
    }

    private static FeelValue time(ActualArguments arguments) {
        var from = arguments.some(0);
        if (from instanceof DateTime moment) {
            return new Time(moment.local().toLocalTime(), moment.zone());
        }
        if (from instanceof Date) {
            return new Time(LocalTime.MIDNIGHT, Zone.Offset.UTC);
        }
        return from instanceof Time ? from : orNull(Temporals.time(arguments.text(0)));
    }

    private static FeelValue timeOfParts(ActualArguments arguments) {
        var second = arguments.number(2);
        int hour = arguments.whole(0);
        int minute = arguments.whole(1);
        boolean isTime =
                hour >= 0
                        && hour < 24
                        && minute >= 0
                        && minute < 60
                        && second.signum() >= 0
                        && second.compareTo(BigDecimal.valueOf(60)) < 0;
        if (!isTime) {
            return Values.NULL;
        }
        if (second.scale() > 9) {
            throw new EvaluationException("holds a fraction of a second of more than 9 digits");
        }
        var nanos = second.remainder(BigDecimal.ONE).multiply(BILLION).intValueExact();
        var local = LocalTime.of(hour, minute, second.intValue(), nanos);
        if (arguments.value(3).isNull()) {
            return new Time(local, Zone.None.NONE);
        }
        var offset = arguments.of(3, DaysTime.class).duration();
        if (offset.toNanosPart() != 0) {
            return Values.NULL;
        }
        return orNull(Temporals.offset(offset.toSeconds()).map(zone -> new Time(local, zone)));
    }

    private static FeelValue dateTime(ActualArguments arguments) {
        var from = arguments.some(0);
        if (from instanceof Date date) {
            throw new EvaluationException("makes a date and time of " + date.kind() + " alone");
        }
        return from instanceof DateTime ? from : orNull(Temporals.dateTime(arguments.text(0)));
    }

    private static FeelValue dateAndTime(ActualArguments arguments) {
        var time = arguments.of(1, Time.class);
        var from = arguments.some(0);
        if (from instanceof DateTime moment) {
            return new DateTime(moment.local().toLocalDate().atTime(time.time()), time.zone());
        }
        return new DateTime(arguments.of(0, Date.class).date().atTime(time.time()), time.zone());
    }

    private static FeelValue duration(ActualArguments arguments) {
        var from = arguments.some(0);
        return from instanceof DaysTime || from instanceof YearsMonths
                ? from
                : orNull(Temporals.duration(arguments.text(0)));
    }

    private static FeelValue monthsBetween(ActualArguments arguments) {
        return new YearsMonths(ChronoUnit.MONTHS.between(day(arguments, 0), day(arguments, 1)));
    }

    /** The local date: neither the time of day nor the offset counts for months. */
    private static LocalDate day(ActualArguments arguments, int at) {
        return arguments.some(at) instanceof DateTime moment
                ? moment.local().toLocalDate()
                : arguments.of(at, Date.class).date();
    }

    private static FeelValue number(ActualArguments arguments) {
        var text = arguments.text(0);
        var grouping = separator(arguments, 1);
        var point = separator(arguments, 2);
        if (point.equals(Optional.of(" ")) || (point.isPresent() && point.equals(grouping))) {
            return Values.NULL;
        }
        if (point.isEmpty() && grouping.equals(Optional.of("."))) {
            throw new EvaluationException(
                    "makes a number with points that may be either separator");
        }
        var plain = grouping.isPresent() ? text.replace(grouping.get(), "") : text;
        plain = point.equals(Optional.of(",")) ? swap(plain) : plain;
        if (plain.matches("-?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)") && plain.length() < 6_500) {
            return Numbers.literal(new BigDecimal(plain));
        }
        if (plain.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            throw new EvaluationException("makes a number of an unusual text");
        }
        return Values.NULL;
    }

    /** Turns a decimal comma into a point. A point that is already there makes the text invalid. */
    private static String swap(String text) {
        return text.indexOf('.') >= 0 ? "none" : text.replace(',', '.');
    }

    private static Optional<String> separator(ActualArguments arguments, int at) {
        if (arguments.value(at).isNull()) {
            return Optional.empty();
        }
        var separator = arguments.of(at, Text.class).text();
        if (!GROUPING.contains(separator)) {
            throw new NoAnswer();
        }
        return Optional.of(separator);
    }
}
