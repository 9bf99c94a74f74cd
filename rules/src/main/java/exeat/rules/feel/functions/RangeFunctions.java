package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.ValueOrder;
import exeat.rules.feel.value.Values;

/** Functions that compare the positions of points and ranges (DMN 1.5, 10.3.4). */
final class RangeFunctions {

    private RangeFunctions() {}

    /** A range; a point becomes the range that contains only itself. */
    private record Span(FeelValue low, boolean withLow, FeelValue high, boolean withHigh) {

        static Span of(FeelValue value) {
            if (!(value instanceof Range range)) {
                return new Span(value, true, value, true);
            }
            if (range.low().isNull()
                    || range.high().isNull()
                    || range.form() != Range.Form.INTERVAL) {
                throw new EvaluationException("places a range that has not two ends");
            }
            return new Span(range.low(), range.withLow(), range.high(), range.withHigh());
        }
    }

    private interface Relation {
        boolean holds(Span one, Span other);
    }

    static void define(BuiltinFunctions table) {
        var before = (Relation) RangeFunctions::before;
        var overlapsBefore = (Relation) RangeFunctions::overlapsBefore;
        pointsToo(table, "before", before);
        pointsToo(table, "after", swapped(before));
        add(table, "meets", "range1, range2", RangeFunctions::meets);
        add(table, "met by", "range1, range2", swapped(RangeFunctions::meets));
        add(table, "overlaps", "range1, range2", RangeFunctions::overlaps);
        add(table, "overlaps before", "range1, range2", overlapsBefore);
        add(table, "overlaps after", "range1, range2", swapped(overlapsBefore));
        inside(table, "finishes", RangeFunctions::finishes);
        around(table, "finished by", swapped(RangeFunctions::finishes));
        around(table, "includes", swapped(RangeFunctions::isWithin));
        inside(table, "during", RangeFunctions::isWithin);
        inside(table, "starts", RangeFunctions::starts);
        around(table, "started by", swapped(RangeFunctions::starts));
        add(table, "coincides", "point1, point2", RangeFunctions::coincides);
        add(table, "coincides", "range1, range2", RangeFunctions::coincides);
    }

    private static void pointsToo(BuiltinFunctions table, String name, Relation relation) {
        add(table, name, "point1, point2", relation);
        add(table, name, "point, range", relation);
        add(table, name, "range, point", relation);
        add(table, name, "range1, range2", relation);
    }

    private static void inside(BuiltinFunctions table, String name, Relation relation) {
        add(table, name, "point, range", relation);
        add(table, name, "range1, range2", relation);
    }

    private static void around(BuiltinFunctions table, String name, Relation relation) {
        add(table, name, "range, point", relation);
        add(table, name, "range1, range2", relation);
    }

    private static void add(
            BuiltinFunctions table, String name, String parameters, Relation relation) {
        table.add(
                name,
                parameters,
                a -> {
                    requireKinds(name, a);
                    return Values.of(relation.holds(Span.of(a.some(0)), Span.of(a.some(1))));
                });
    }

    /** The relation determines which of the two may be a point. */
    private static void requireKinds(String name, ActualArguments arguments) {
        boolean first = arguments.some(0) instanceof Range;
        boolean second = arguments.some(1) instanceof Range;
        boolean fits =
                switch (name) {
                    case "before", "after" -> true;
                    case "coincides" -> first == second;
                    case "finishes", "during", "starts" -> second;
                    case "finished by", "includes", "started by" -> first;
                    default -> first && second;
                };
        if (!fits) {
            throw new NoAnswer();
        }
    }

    private static Relation swapped(Relation relation) {
        return (one, other) -> relation.holds(other, one);
    }

    private static int order(FeelValue left, FeelValue right) {
        return ValueOrder.compare(left, right).orElseThrow(NoAnswer::new);
    }

    private static boolean before(Span one, Span other) {
        int order = order(one.high(), other.low());
        return order < 0 || (order == 0 && !(one.withHigh() && other.withLow()));
    }

    private static boolean meets(Span one, Span other) {
        return order(one.high(), other.low()) == 0 && one.withHigh() && other.withLow();
    }

    private static boolean reaches(Span one, Span other) {
        int order = order(one.high(), other.low());
        return order > 0 || (order == 0 && one.withHigh() && other.withLow());
    }

    private static boolean overlaps(Span one, Span other) {
        return reaches(one, other) && reaches(other, one);
    }

    private static boolean overlapsBefore(Span one, Span other) {
        int low = order(one.low(), other.low());
        boolean begins = low < 0 || (low == 0 && one.withLow() && !other.withLow());
        return begins && reaches(one, other) && endsWithin(one, other);
    }

    private static boolean endsWithin(Span one, Span other) {
        int high = order(one.high(), other.high());
        return high < 0 || (high == 0 && (!one.withHigh() || other.withHigh()));
    }

    private static boolean beginsWithin(Span one, Span other) {
        int low = order(one.low(), other.low());
        return low > 0 || (low == 0 && (!one.withLow() || other.withLow()));
    }

    private static boolean finishes(Span one, Span other) {
        boolean together =
                order(one.high(), other.high()) == 0 && one.withHigh() == other.withHigh();
        return together && beginsWithin(one, other);
    }

    private static boolean isWithin(Span one, Span other) {
        return beginsWithin(one, other) && endsWithin(one, other);
    }

    private static boolean starts(Span one, Span other) {
        boolean together = order(one.low(), other.low()) == 0 && one.withLow() == other.withLow();
        return together && endsWithin(one, other);
    }

    private static boolean coincides(Span one, Span other) {
        return order(one.low(), other.low()) == 0
                && order(one.high(), other.high()) == 0
                && one.withLow() == other.withLow()
                && one.withHigh() == other.withHigh();
    }
}
