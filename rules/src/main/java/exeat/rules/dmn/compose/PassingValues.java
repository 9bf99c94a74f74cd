package exeat.rules.dmn.compose;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * The values of a fact that pass a test, in DMN's three-valued logic (1.5, 10.3.2.13). An undecided
 * value passes neither the test nor its negation.
 *
 * @param yes values that pass
 * @param no values for which the test is false
 */
record PassingValues(IntervalSet yes, IntervalSet no) {

    static IntervalSet of(UnaryTest test, FactDomain domain) {
        return both(test, domain).yes();
    }

    private static PassingValues both(UnaryTest test, FactDomain domain) {
        return switch (test) {
            case UnaryTest.Any any -> new PassingValues(domain.all(), IntervalSet.NONE);
            case UnaryTest.Equal(var literal) -> within(at(literal, domain), domain.all());
            case UnaryTest.Ordered(var comparison, var literal) ->
                    within(
                            switch (comparison) {
                                case LESS -> upTo(literal, false, domain);
                                case AT_MOST -> upTo(literal, true, domain);
                                case MORE -> from(literal, false, domain);
                                case AT_LEAST -> from(literal, true, domain);
                            },
                            domain.ordinals());
            case UnaryTest.Interval(var low, var withLow, var high, var withHigh) ->
                    within(
                            from(low, withLow, domain).and(upTo(high, withHigh, domain)),
                            domain.ordinals());
            case UnaryTest.OneOf(var tests) -> oneOf(tests, domain);
            case UnaryTest.Not(var negated) -> {
                var inner = both(negated, domain);
                yield new PassingValues(inner.no(), inner.yes());
            }
        };
    }

    private static PassingValues within(IntervalSet yes, IntervalSet decided) {
        return new PassingValues(yes, decided.minus(yes));
    }

    private static PassingValues oneOf(List<UnaryTest> tests, FactDomain domain) {
        var yes = IntervalSet.NONE;
        var no = domain.all();
        for (var test : tests) {
            var one = both(test, domain);
            yes = yes.or(one.yes());
            no = no.and(one.no());
        }
        return new PassingValues(yes, no);
    }

    private static IntervalSet at(Literal literal, FactDomain domain) {
        var point = domain.points().get(literal);
        if (point != null) {
            return IntervalSet.of(point);
        }
        return isOrdinal(literal)
                ? from(literal, true, domain).and(upTo(literal, true, domain))
                : IntervalSet.NONE;
    }

    private static boolean isOrdinal(Literal literal) {
        return literal instanceof Literal.Numeral || literal instanceof Literal.Day;
    }

    private static IntervalSet from(Literal literal, boolean with, FactDomain domain) {
        if (domain.ordinals().isEmpty()) {
            return IntervalSet.NONE;
        }
        var place = place(literal, RoundingMode.CEILING, domain);
        boolean exact = place.equals(place(literal, RoundingMode.FLOOR, domain));
        var first = exact && !with ? place.add(BigInteger.ONE) : place;
        return IntervalSet.of(first.max(domain.ordinals().low()), domain.ordinals().high());
    }

    private static IntervalSet upTo(Literal literal, boolean with, FactDomain domain) {
        if (domain.ordinals().isEmpty()) {
            return IntervalSet.NONE;
        }
        var place = place(literal, RoundingMode.FLOOR, domain);
        boolean exact = place.equals(place(literal, RoundingMode.CEILING, domain));
        var last = exact && !with ? place.subtract(BigInteger.ONE) : place;
        return IntervalSet.of(domain.ordinals().low(), last.min(domain.ordinals().high()));
    }

    private static BigInteger place(Literal literal, RoundingMode mode, FactDomain domain) {
        return switch (literal) {
            case Literal.Day(var date) -> BigInteger.valueOf(date.toEpochDay());
            case Literal.Numeral(BigDecimal number) ->
                    number.setScale(scale(domain), mode).unscaledValue();
            case Literal.Text text -> throw new IllegalArgumentException("no order: " + text);
            case Literal.Truth truth -> throw new IllegalArgumentException("no order: " + truth);
            case Literal.Null none -> throw new IllegalArgumentException("no order: null");
        };
    }

    private static int scale(FactDomain domain) {
        return domain.fact().sort() instanceof InputFact.Sort.Numbers(var scale, var low, var high)
                ? scale
                : 0;
    }
}
