package exeat.rules.fact;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;

/**
 * Evaluates tests of a fact's value in DMN's three-valued logic (1.5, 10.3.2.13): a comparison with
 * null is undecided, so is its negation, and an undecided test does not match.
 */
public final class Conditions {

    /** How tables write that a protected fact was withheld: a value of its own, equal to itself. */
    public static final Literal WITHHELD = new Literal.Text("withheld");

    private enum Verdict {
        YES,
        NO,
        UNDECIDED;

        static Verdict of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    private Conditions() {}

    public static boolean match(UnaryTest test, Value value) {
        return judge(test, value) == Verdict.YES;
    }

    private static Verdict judge(UnaryTest test, Value value) {
        return switch (test) {
            case UnaryTest.Any any -> Verdict.YES;
            case UnaryTest.Equal equal -> Verdict.of(literal(value).equals(equal.literal()));
            case UnaryTest.Ordered ordered ->
                    hasOrder(value)
                            ? Verdict.of(
                                    ordered.comparison().holds(order(value, ordered.literal())))
                            : Verdict.UNDECIDED;
            case UnaryTest.Interval interval ->
                    hasOrder(value) ? Verdict.of(within(interval, value)) : Verdict.UNDECIDED;
            case UnaryTest.OneOf oneOf -> oneOf(oneOf, value);
            case UnaryTest.Not not ->
                    switch (judge(not.test(), value)) {
                        case YES -> Verdict.NO;
                        case NO -> Verdict.YES;
                        case UNDECIDED -> Verdict.UNDECIDED;
                    };
        };
    }

    private static Verdict oneOf(UnaryTest.OneOf oneOf, Value value) {
        var verdict = Verdict.NO;
        for (var test : oneOf.tests()) {
            var next = judge(test, value);
            if (next == Verdict.YES) {
                return Verdict.YES;
            }
            verdict = next == Verdict.UNDECIDED ? next : verdict;
        }
        return verdict;
    }

    private static boolean within(UnaryTest.Interval interval, Value value) {
        int low = order(value, interval.low());
        int high = order(value, interval.high());
        return (interval.withLow() ? low >= 0 : low > 0)
                && (interval.withHigh() ? high <= 0 : high < 0);
    }

    private static boolean hasOrder(Value value) {
        return value instanceof Value.Quantity || value instanceof Value.Day;
    }

    private static int order(Value value, Literal literal) {
        if (value instanceof Value.Quantity q && literal instanceof Literal.Numeral n) {
            return q.number().compareTo(n.number());
        }
        if (value instanceof Value.Day day && literal instanceof Literal.Day other) {
            return day.date().compareTo(other.date());
        }
        throw new IllegalArgumentException("no order between a value and a " + literal.type());
    }

    /** The value as an expression would write it. */
    public static Literal literal(Value value) {
        return switch (value) {
            case Value.Text text -> new Literal.Text(text.text());
            case Value.Quantity quantity -> new Literal.Numeral(quantity.number());
            case Value.Truth truth -> new Literal.Truth(truth.truth());
            case Value.Day day -> new Literal.Day(day.date());
            case Value.Absent absent -> new Literal.Null();
            case Value.Withheld withheld -> WITHHELD;
        };
    }

    /** The order of two numbers, or of two days. */
    public static int compare(Value left, Value right) {
        if (left instanceof Value.Quantity l && right instanceof Value.Quantity r) {
            return l.number().compareTo(r.number());
        }
        if (left instanceof Value.Day l && right instanceof Value.Day r) {
            return l.date().compareTo(r.date());
        }
        throw new IllegalArgumentException("no order between these values");
    }

    /** The other way round of {@link #literal}. */
    public static Value value(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> Value.of(text.text());
            case Literal.Numeral numeral -> Value.of(numeral.number());
            case Literal.Truth truth -> Value.of(truth.truth());
            case Literal.Day day -> Value.of(day.date());
            case Literal.Null none -> Value.ABSENT;
        };
    }
}
