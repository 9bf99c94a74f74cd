package exeat.rules.dmn.compose;

import exeat.rules.dmn.compose.SymbolicValue.Line;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.ValueOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Splits a region where a monotone function crosses given values. Bisection on the fact's grid
 * evaluates the function itself, including rounding, so the points are exact for the computed
 * function.
 */
final class RegionSplitter {

    private final List<FactDomain> domains;

    RegionSplitter(List<FactDomain> domains) {
        this.domains = domains;
    }

    /**
     * Splits the region by the result of a function of the line's value.
     *
     * @param cuts the function does not change at each of these values, nor between two neighbours
     */
    List<RegionValue> split(
            Region region,
            Line line,
            Collection<FeelValue> cuts,
            Function<FeelValue, FeelValue> function)
            throws NotProvableException {
        var here = region.of(line.fact(), domains);
        requireWhole(line, here);
        var starts = new TreeSet<BigInteger>();
        starts.add(here.low());
        for (var cut : cuts) {
            starts.add(first(line, here, cut, false));
            starts.add(first(line, here, cut, true));
        }
        Map<FeelValue, IntervalSet> byResult = new LinkedHashMap<>();
        var bounds = new ArrayList<>(starts);
        bounds.add(here.high().add(BigInteger.ONE));
        for (int at = 0; at + 1 < bounds.size(); at++) {
            var piece = IntervalSet.of(bounds.get(at), bounds.get(at + 1).subtract(BigInteger.ONE));
            var inside = piece.and(here);
            if (!inside.isEmpty()) {
                var result = apply(function, value(line, inside.low()));
                byResult.merge(result, inside, IntervalSet::or);
            }
        }
        var cases = new ArrayList<RegionValue>();
        byResult.forEach((result, places) ->
                region.with(line.fact(), places, domains)
                        .ifPresent(part ->
                                cases.add(new RegionValue(part, new SymbolicValue.Known(result)))));
        return cases;
    }

    /** Throws if the function overflows towards one end of its region. */
    void requireWhole(Line line, IntervalSet here) throws NotProvableException {
        var low = value(line, here.low());
        var high = value(line, here.high());
        if (!low.getClass().equals(high.getClass())) {
            throw new NotProvableException(
                    "its value overflows for the largest values of "
                            + domains.get(line.fact()).fact().name());
        }
    }

    /**
     * The first index where a rising function is at or above a value, or a falling one at or below
     * it; if strict, above or below it. One past the last index if there is none.
     */
    private static BigInteger first(Line line, IntervalSet here, FeelValue cut, boolean strictly)
            throws NotProvableException {
        var low = here.low();
        var high = here.high().add(BigInteger.ONE);
        while (low.compareTo(high) < 0) {
            var middle = low.add(high).shiftRight(1);
            var order = order(value(line, middle), cut);
            if (order.isEmpty()) {
                return here.low();
            }
            int sign = line.rising() ? order.getAsInt() : -order.getAsInt();
            if (strictly ? sign > 0 : sign >= 0) {
                high = middle;
            } else {
                low = middle.add(BigInteger.ONE);
            }
        }
        return low;
    }

    private static OptionalInt order(FeelValue value, FeelValue cut) throws NotProvableException {
        try {
            return ValueOrder.compare(value, cut);
        } catch (EvaluationException refusal) {
            throw new NotProvableException(refusal.why());
        }
    }

    static FeelValue value(Line line, BigInteger place) throws NotProvableException {
        return apply(line.at(), place);
    }

    private static <T> FeelValue apply(Function<T, FeelValue> function, T on)
            throws NotProvableException {
        try {
            return function.apply(on);
        } catch (EvaluationException refusal) {
            throw new NotProvableException(refusal.why());
        }
    }
}
