package exeat.rules.feel.value;

import exeat.rules.feel.value.FeelValue.Date;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.FeelValue.Time;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import java.util.OptionalInt;

/** FEEL's ordering of values of one kind (DMN 1.5, 10.3.2). */
public final class ValueOrder {

    private ValueOrder() {}

    /** The sign of the comparison; empty if the values have no order. */
    public static OptionalInt compare(FeelValue left, FeelValue right) {
        if (left instanceof Num(var l) && right instanceof Num(var r)) {
            return OptionalInt.of(Integer.signum(l.compareTo(r)));
        }
        if (left instanceof Text(var l) && right instanceof Text(var r)) {
            return OptionalInt.of(texts(l, r));
        }
        if (left instanceof Date(var l) && right instanceof Date(var r)) {
            return OptionalInt.of(Integer.signum(l.compareTo(r)));
        }
        if (left instanceof DaysTime(var l) && right instanceof DaysTime(var r)) {
            return OptionalInt.of(Integer.signum(l.compareTo(r)));
        }
        if (left instanceof YearsMonths(var l) && right instanceof YearsMonths(var r)) {
            return OptionalInt.of(Long.compare(l, r));
        }
        if (left instanceof DateTime l && right instanceof DateTime r) {
            return OptionalInt.of(moments(l, r));
        }
        if (left instanceof Time l && right instanceof Time r) {
            long apart = secondsApart(l, r);
            if (apart == 0 && fraction(l) != fraction(r)) {
                throw new EvaluationException("orders two times of one second");
            }
            return OptionalInt.of(Long.signum(apart));
        }
        return OptionalInt.empty();
    }

    private static long fraction(Time time) {
        return time.time().toNanoOfDay() % 1_000_000_000L;
    }

    /** Compares by code point; Java compares by UTF-16 unit. */
    private static int texts(String left, String right) {
        int at = 0;
        while (at < left.length() && at < right.length()) {
            int l = left.codePointAt(at);
            int r = right.codePointAt(at);
            if (l != r) {
                return Integer.compare(l, r);
            }
            at += Character.charCount(l);
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int moments(DateTime left, DateTime right) {
        var one = left.instant();
        var other = right.instant();
        if (one.isPresent() != other.isPresent()) {
            throw new EvaluationException(
                    "compares a local date and time with one that has an offset");
        }
        int order =
                one.isPresent()
                        ? one.get().compareTo(other.orElseThrow())
                        : left.local().compareTo(right.local());
        boolean oneSecond =
                one.isPresent()
                        ? one.get().getEpochSecond() == other.orElseThrow().getEpochSecond()
                        : left.local().withNano(0).equals(right.local().withNano(0));
        if (order != 0 && oneSecond) {
            throw new EvaluationException("orders two moments of one second");
        }
        return Integer.signum(order);
    }

    /** Whole seconds from one time of day to another, taking their offsets into account. */
    static long secondsApart(Time left, Time right) {
        long local = left.time().toSecondOfDay() - (long) right.time().toSecondOfDay();
        if (left.zone().equals(right.zone())) {
            return local;
        }
        if (left.zone() instanceof Zone.Offset(var l)
                && right.zone() instanceof Zone.Offset(var r)) {
            return local - l.getTotalSeconds() + r.getTotalSeconds();
        }
        throw new EvaluationException("compares times of zones whose offsets depend on a date");
    }

    /** Whether the value lies in the range: true, false, or null if they cannot be compared. */
    public static FeelValue isIn(FeelValue value, Range range, EvaluationContext run) {
        if (range.form() == Range.Form.NOT_EQUAL) {
            var equal = Equality.equal(value, range.low(), run);
            return equal.isNull() ? equal : Values.of(!equal.isTrue());
        }
        if (range.form() == Range.Form.COMPARISON && range.withLow() && range.withHigh()) {
            return Equality.equal(value, range.low(), run);
        }
        var above = isWithin(value, range.low(), range.withLow(), 1, range);
        var below = isWithin(value, range.high(), range.withHigh(), -1, range);
        if (above.isNull() || below.isNull()) {
            return Values.NULL;
        }
        return Values.of(above.isTrue() && below.isTrue());
    }

    private static FeelValue isWithin(
            FeelValue value, FeelValue end, boolean with, int side, Range range) {
        if (end.isNull() && range.form() == Range.Form.COMPARISON) {
            return Values.TRUE;
        }
        var order = compare(value, end);
        if (order.isEmpty()) {
            return Values.NULL;
        }
        return Values.of(order.getAsInt() == 0 ? with : order.getAsInt() == side);
    }
}
