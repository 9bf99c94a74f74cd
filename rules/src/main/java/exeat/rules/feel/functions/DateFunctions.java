package exeat.rules.feel.functions;

import exeat.rules.feel.value.Equality;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Date;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Time;
import exeat.rules.feel.value.Values;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Functions of dates (DMN 1.5, 10.3.4). */
final class DateFunctions {

    private DateFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add("day of year", "date", a -> Values.of((long) day(a).getDayOfYear()));
        table.add(
                "day of week", "date", a -> Values.of(name(day(a).getDayOfWeek()::getDisplayName)));
        table.add("month of year", "date", a -> Values.of(name(day(a).getMonth()::getDisplayName)));
        table.add(
                "week of year",
                "date",
                a -> Values.of((long) day(a).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        table.add("is", "value1, value2", DateFunctions::is);
        table.add("is", "value1", DateFunctions::isNothing);
        table.add("is", "value2", DateFunctions::isNothing);
        table.add("now", "", a -> moment(a));
        table.add("today", "", a -> new Date(moment(a).local().toLocalDate()));
    }

    private static LocalDate day(ActualArguments arguments) {
        var value = arguments.some(0);
        if (value instanceof Items(var items) && items.size() == 1) {
            throw new EvaluationException("passes a list of one to a function of one value");
        }
        if (value instanceof Date(var date)) {
            return date;
        }
        if (value instanceof DateTime moment) {
            return moment.local().toLocalDate();
        }
        throw new NoAnswer();
    }

    /** The English name, as in the standard. */
    private static String name(java.util.function.BiFunction<TextStyle, Locale, String> naming) {
        return naming.apply(TextStyle.FULL, Locale.ENGLISH);
    }

    /**
     * Whether two values are identical; for times, this compares the local time and the zone as
     * written.
     */
    private static FeelValue is(ActualArguments arguments) {
        var left = arguments.value(0);
        var right = arguments.value(1);
        if (left instanceof Items || left instanceof Context) {
            throw new EvaluationException("asks of lists or contexts whether they are the same");
        }
        boolean same = left.equals(right);
        boolean moment = left instanceof Time || left instanceof DateTime;
        if (!same
                && !moment
                && left.kind().equals(right.kind())
                && Equality.isEqual(left, right, arguments.run())) {
            throw new EvaluationException("asks of equal values whether they are the same");
        }
        return Values.of(same);
    }

    /**
     * Whether an argument is missing: with named arguments, a missing value is null, and {@code is}
     * accepts null too.
     */
    private static FeelValue isNothing(ActualArguments arguments) {
        if (!arguments.named()) {
            throw new NoAnswer();
        }
        return Values.of(arguments.value(0).isNull());
    }

    private static DateTime moment(ActualArguments arguments) {
        return arguments
                .run()
                .now()
                .orElseThrow(() -> new EvaluationException("asks what time it is"));
    }
}
