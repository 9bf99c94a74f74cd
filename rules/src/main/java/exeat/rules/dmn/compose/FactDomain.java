package exeat.rules.dmn.compose;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.feel.value.FeelValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a fact, numbered. Ordered values come first, in order, so that a range of indices
 * is exactly a range of values.
 */
final class FactDomain {

    private static final BigInteger TWO = BigInteger.TWO;

    private final InputFact fact;
    private final List<Literal> points = new ArrayList<>();
    private final Map<Literal, BigInteger> places = new HashMap<>();
    private final BigInteger firstPoint;
    private final IntervalSet ordinals;
    private final IntervalSet all;

    /**
     * The value that represents all texts that the model does not mention, for a fact that may be
     * any text.
     */
    private final Literal.Text anyOther;

    /**
     * @param texts every text that the model mentions
     */
    FactDomain(InputFact fact, Set<String> texts) {
        this.fact = fact;
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        this.anyOther = new Literal.Text("x".repeat(longest + 1));
        this.ordinals =
                switch (fact.sort()) {
                    case InputFact.Sort.Numbers(var scale, var least, var most) ->
                            IntervalSet.of(
                                    least.setScale(scale).unscaledValue(),
                                    most.setScale(scale).unscaledValue());
                    case InputFact.Sort.Days(var least, var most) ->
                            IntervalSet.of(day(least), day(most));
                    case InputFact.Sort.Listed listed -> IntervalSet.NONE;
                    case InputFact.Sort.Texts any -> IntervalSet.NONE;
                };
        this.firstPoint = ordinals.isEmpty() ? BigInteger.ZERO : ordinals.high().add(TWO);
        if (fact.sort() instanceof InputFact.Sort.Listed(var values)) {
            points.addAll(values);
        } else if (fact.sort() instanceof InputFact.Sort.Texts) {
            var named = new HashSet<>(texts);
            fact.besides().stream()
                    .filter(Literal.Text.class::isInstance)
                    .forEach(withheld -> named.remove(((Literal.Text) withheld).text()));
            named.stream().sorted().forEach(text -> points.add(new Literal.Text(text)));
            points.add(anyOther);
        }
        points.addAll(fact.besides());
        var every = ordinals;
        for (int at = 0; at < points.size(); at++) {
            var place = firstPoint.add(BigInteger.valueOf(at));
            places.put(points.get(at), place);
            every = every.or(IntervalSet.of(place));
        }
        this.all = every;
    }

    private static BigInteger day(LocalDate date) {
        return BigInteger.valueOf(date.toEpochDay());
    }

    InputFact fact() {
        return fact;
    }

    IntervalSet all() {
        return all;
    }

    /** The indices of the ordered values. */
    IntervalSet ordinals() {
        return ordinals;
    }

    /** The indices of the unordered values, each with its value. */
    Map<Literal, BigInteger> points() {
        return places;
    }

    /** Whether this value represents every text that the model does not mention. */
    boolean isAnyOther(Literal value) {
        return fact.sort() instanceof InputFact.Sort.Texts && value.equals(anyOther);
    }

    /** A text that the model does not mention. */
    String anyOther() {
        return anyOther.text();
    }

    /** Whether the model mentions this text, so that it has an index of its own. */
    boolean names(String text) {
        return places.containsKey(new Literal.Text(text)) && !text.equals(anyOther());
    }

    Literal literal(BigInteger place) {
        int point = place.subtract(firstPoint).intValue();
        if (place.compareTo(firstPoint) >= 0) {
            return points.get(point);
        }
        return switch (fact.sort()) {
            case InputFact.Sort.Numbers(var scale, var least, var most) ->
                    new Literal.Numeral(new BigDecimal(place, scale));
            case InputFact.Sort.Days days ->
                    new Literal.Day(LocalDate.ofEpochDay(place.longValueExact()));
            case InputFact.Sort.Listed listed ->
                    throw new IllegalStateException("no place: " + place);
            case InputFact.Sort.Texts any -> throw new IllegalStateException("no place: " + place);
        };
    }

    FeelValue value(BigInteger place) {
        return Constants.value(literal(place));
    }

    /** A test that exactly these values of the fact pass. */
    UnaryTest test(IntervalSet values) {
        if (values.equals(all)) {
            return new UnaryTest.Any();
        }
        var outside = all.minus(values);
        if (fact.sort() instanceof InputFact.Sort.Texts
                ? isIn(values, anyOther)
                : ordinals.isEmpty() && count(outside) < count(values)) {
            return new UnaryTest.Not(one(equals(outside)));
        }
        var tests = new ArrayList<UnaryTest>();
        values.and(ordinals).runs().forEach(run -> tests.add(between(run)));
        tests.addAll(equals(values.minus(ordinals)));
        return one(tests);
    }

    private boolean isIn(IntervalSet values, Literal point) {
        var place = places.get(point);
        return place != null && !values.and(IntervalSet.of(place)).isEmpty();
    }

    private static int count(IntervalSet points) {
        return points.runs().stream()
                .mapToInt(run -> run.high().subtract(run.low()).intValue() + 1)
                .sum();
    }

    private static UnaryTest one(List<UnaryTest> tests) {
        return tests.size() == 1 ? tests.getFirst() : new UnaryTest.OneOf(tests);
    }

    private List<UnaryTest> equals(IntervalSet values) {
        var tests = new ArrayList<UnaryTest>();
        places.entrySet().stream()
                .filter(point -> !IntervalSet.of(point.getValue()).and(values).isEmpty())
                .sorted(Map.Entry.comparingByValue())
                .forEach(point -> tests.add(new UnaryTest.Equal(point.getKey())));
        return tests;
    }

    /** Writes each end with the shorter of the two neighbouring values. */
    private UnaryTest between(IntervalSet.Run run) {
        boolean isOpenBelow = run.low().equals(ordinals.low());
        boolean isOpenAbove = run.high().equals(ordinals.high());
        if (run.low().equals(run.high())) {
            return new UnaryTest.Equal(literal(run.low()));
        }
        var before = isOpenBelow ? run.low() : run.low().subtract(BigInteger.ONE);
        var after = isOpenAbove ? run.high() : run.high().add(BigInteger.ONE);
        boolean withLow = length(run.low()) <= length(before);
        boolean withHigh = length(run.high()) <= length(after);
        var low = literal(withLow ? run.low() : before);
        var high = literal(withHigh ? run.high() : after);
        if (isOpenBelow) {
            return new UnaryTest.Ordered(withHigh ? Comparison.AT_MOST : Comparison.LESS, high);
        }
        if (isOpenAbove) {
            return new UnaryTest.Ordered(withLow ? Comparison.AT_LEAST : Comparison.MORE, low);
        }
        return new UnaryTest.Interval(low, withLow, high, withHigh);
    }

    private int length(BigInteger place) {
        return literal(place) instanceof Literal.Numeral(var number)
                ? number.toPlainString().length()
                : 0;
    }
}
