package exeat.rules.feel;

import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Time;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import exeat.rules.feel.value.Values;
import exeat.rules.feel.value.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The properties of values, as paths read them (DMN 1.5, 10.3.2 and tables 57 to 59); null if there
 * is none.
 */
final class ValueProperties {

    private ValueProperties() {}

    static FeelValue of(FeelValue value, String name, EvaluationContext run) {
        return switch (value) {
            case Context context -> context.get(name).orElse(Values.NULL);
            case FeelValue.Items(var items) -> {
                run.enter();
                var all = items.stream().map(item -> of(item, name, run)).toList();
                run.charge(items.size());
                run.leave();
                yield Values.of(all);
            }
            case FeelValue.Date(var date) -> ofDate(date, name);
            case Time(var time, var zone) -> ofTime(time, zone, name);
            case DateTime(var local, var zone) -> {
                var ofDate = ofDate(local.toLocalDate(), name);
                yield ofDate.isNull() ? ofTime(local.toLocalTime(), zone, name) : ofDate;
            }
            case YearsMonths(var months) ->
                    switch (name) {
                        case "years" -> Values.of(months / 12);
                        case "months" -> Values.of(months % 12);
                        default -> Values.NULL;
                    };
            case DaysTime(var duration) -> ofDuration(duration, name);
            case Range range -> ofRange(range, name);
            case FeelValue.Null none -> Values.NULL;
            case FeelValue.Num number -> Values.NULL;
            case FeelValue.Text text -> Values.NULL;
            case FeelValue.Truth truth -> Values.NULL;
            case FeelValue.Function function -> Values.NULL;
        };
    }

    private static FeelValue ofDate(LocalDate date, String name) {
        return switch (name) {
            case "year" -> Values.of((long) date.getYear());
            case "month" -> Values.of((long) date.getMonthValue());
            case "day" -> Values.of((long) date.getDayOfMonth());
            case "weekday" -> Values.of((long) date.getDayOfWeek().getValue());
            default -> Values.NULL;
        };
    }

    private static FeelValue ofTime(LocalTime time, Zone zone, String name) {
        return switch (name) {
            case "hour" -> Values.of((long) time.getHour());
            case "minute" -> Values.of((long) time.getMinute());
            case "second" -> second(time.getSecond(), time.toNanoOfDay() % 1_000_000_000L);
            case "time offset" -> offset(zone);
            case "timezone" ->
                    zone instanceof Zone.Named(var id) ? Values.of(id.getId()) : Values.NULL;
            default -> Values.NULL;
        };
    }

    private static FeelValue second(long seconds, long nanos) {
        if (nanos != 0) {
            throw new EvaluationException("asks for the second of a time with a fraction of one");
        }
        return Values.of(seconds);
    }

    private static FeelValue offset(Zone zone) {
        return switch (zone) {
            case Zone.None none -> Values.NULL;
            case Zone.Offset(var offset) ->
                    new DaysTime(Duration.ofSeconds(offset.getTotalSeconds()));
            case Zone.Named named ->
                    throw new EvaluationException(
                            "asks for the offset of a zone whose offset changes");
        };
    }

    private static FeelValue ofDuration(Duration duration, String name) {
        return switch (name) {
            case "days" -> Values.of(duration.toDaysPart());
            case "hours" -> Values.of((long) duration.toHoursPart());
            case "minutes" -> Values.of((long) duration.toMinutesPart());
            case "seconds" -> second(duration.toSeconds() % 60, duration.toNanosPart());
            default -> Values.NULL;
        };
    }

    private static FeelValue ofRange(Range range, String name) {
        if (range.form() == Range.Form.NOT_EQUAL) {
            throw new EvaluationException("asks for the ends of '!='");
        }
        return switch (name) {
            case "start" -> range.low();
            case "end" -> range.high();
            case "start included" -> Values.of(range.withLow());
            case "end included" -> Values.of(range.withHigh());
            default -> Values.NULL;
        };
    }
}
