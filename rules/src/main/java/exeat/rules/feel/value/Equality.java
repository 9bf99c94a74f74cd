package exeat.rules.feel.value;

import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Time;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** FEEL's {@code =} (DMN 1.5, 10.3.2): true, false, or null for values of different kinds. */
public final class Equality {

    private Equality() {}

    /** True, false or null. */
    public static FeelValue equal(FeelValue left, FeelValue right, EvaluationContext run) {
        run.enter();
        try {
            if (left.isNull() || right.isNull()) {
                return Values.of(left.isNull() && right.isNull());
            }
            if (left.getClass() == right.getClass()) {
                return ofOneKind(left, right, run);
            }
            if (isListOfOne(left) || isListOfOne(right)) {
                throw new EvaluationException("compares a list of one with what is no list");
            }
            return Values.NULL;
        } finally {
            run.leave();
        }
    }

    private static boolean isListOfOne(FeelValue value) {
        return value instanceof Items(var items) && items.size() == 1;
    }

    /** Whether two values are equal; false if they cannot be compared. */
    public static boolean isEqual(FeelValue left, FeelValue right, EvaluationContext run) {
        return equal(left, right, run).isTrue();
    }

    private static FeelValue ofOneKind(FeelValue left, FeelValue right, EvaluationContext run) {
        return switch (left) {
            case Items(var items) -> lists(items, ((Items) right).items(), run);
            case Context context -> contexts(context, (Context) right, run);
            case Range range -> ranges(range, (Range) right, run);
            case Time time -> Values.of(ValueOrder.secondsApart(time, (Time) right) == 0);
            case DateTime moment -> Values.of(sameSecond(moment, (DateTime) right));
            case FeelValue.Function function ->
                    throw new EvaluationException("compares a function with a function");
            case FeelValue.Text text -> {
                run.chargeText(text.text().length());
                yield Values.of(text.equals(right));
            }
            case FeelValue.Null none -> Values.TRUE;
            case FeelValue.Num number -> Values.of(number.equals(right));
            case FeelValue.Truth truth -> Values.of(truth.equals(right));
            case FeelValue.Date date -> Values.of(date.equals(right));
            case FeelValue.DaysTime duration -> Values.of(duration.equals(right));
            case FeelValue.YearsMonths duration -> Values.of(duration.equals(right));
        };
    }

    /**
     * Moments are equal if all parts down to the second are; fractions of a second do not count.
     */
    private static boolean sameSecond(DateTime left, DateTime right) {
        var one = left.instant();
        var other = right.instant();
        if (one.isPresent() != other.isPresent()) {
            throw new EvaluationException(
                    "compares a local date and time with one that has an offset");
        }
        return one.isPresent()
                ? one.get()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .equals(other.orElseThrow().truncatedTo(ChronoUnit.SECONDS))
                : left.local()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .equals(right.local().truncatedTo(ChronoUnit.SECONDS));
    }

    private static FeelValue lists(
            List<FeelValue> left, List<FeelValue> right, EvaluationContext run) {
        if (left.size() != right.size()) {
            return Values.FALSE;
        }
        FeelValue all = Values.TRUE;
        for (int at = 0; at < left.size(); at++) {
            all = and(all, equal(left.get(at), right.get(at), run));
        }
        return all;
    }

    private static FeelValue contexts(Context left, Context right, EvaluationContext run) {
        if (!left.entries().keySet().equals(right.entries().keySet())) {
            return Values.FALSE;
        }
        FeelValue all = Values.TRUE;
        for (var entry : left.entries().entrySet()) {
            all = and(all, equal(entry.getValue(), right.get(entry.getKey()).orElseThrow(), run));
        }
        return all;
    }

    private static FeelValue ranges(Range left, Range right, EvaluationContext run) {
        if (left.form() != right.form()
                || left.withLow() != right.withLow()
                || left.withHigh() != right.withHigh()) {
            return Values.FALSE;
        }
        return and(equal(left.low(), right.low(), run), equal(left.high(), right.high(), run));
    }

    /** Three-valued conjunction: two wholes are equal if all their parts are. */
    private static FeelValue and(FeelValue left, FeelValue right) {
        if (left.equals(Values.FALSE) || right.equals(Values.FALSE)) {
            return Values.FALSE;
        }
        return left.isTrue() && right.isTrue() ? Values.TRUE : Values.NULL;
    }
}
