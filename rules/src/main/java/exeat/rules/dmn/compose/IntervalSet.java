package exeat.rules.dmn.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of a fact's values, as indices in its domain: ascending, disjoint, non-adjacent intervals.
 */
record IntervalSet(List<Run> runs) {

    static final IntervalSet NONE = new IntervalSet(List.of());

    /** All indices between two, inclusive. */
    record Run(BigInteger low, BigInteger high) {}

    IntervalSet {
        runs = List.copyOf(runs);
    }

    /** Empty if the low end is above the high end. */
    static IntervalSet of(BigInteger low, BigInteger high) {
        return low.compareTo(high) > 0 ? NONE : new IntervalSet(List.of(new Run(low, high)));
    }

    static IntervalSet of(BigInteger one) {
        return of(one, one);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    BigInteger low() {
        return runs.getFirst().low();
    }

    BigInteger high() {
        return runs.getLast().high();
    }

    IntervalSet and(IntervalSet other) {
        var both = new ArrayList<Run>();
        int left = 0;
        int right = 0;
        while (left < runs.size() && right < other.runs.size()) {
            var one = runs.get(left);
            var two = other.runs.get(right);
            var low = one.low().max(two.low());
            var high = one.high().min(two.high());
            if (low.compareTo(high) <= 0) {
                both.add(new Run(low, high));
            }
            if (one.high().compareTo(two.high()) < 0) {
                left++;
            } else {
                right++;
            }
        }
        return new IntervalSet(both);
    }

    IntervalSet or(IntervalSet other) {
        var all = new ArrayList<Run>();
        int left = 0;
        int right = 0;
        while (left < runs.size() || right < other.runs.size()) {
            boolean takesLeft =
                    right == other.runs.size()
                            || (left < runs.size()
                                    && runs.get(left).low().compareTo(other.runs.get(right).low())
                                            <= 0);
            append(all, takesLeft ? runs.get(left++) : other.runs.get(right++));
        }
        return new IntervalSet(all);
    }

    private static void append(List<Run> runs, Run next) {
        if (!runs.isEmpty()
                && next.low().compareTo(runs.getLast().high().add(BigInteger.ONE)) <= 0) {
            var last = runs.removeLast();
            runs.add(new Run(last.low(), last.high().max(next.high())));
        } else {
            runs.add(next);
        }
    }

    IntervalSet minus(IntervalSet other) {
        var left = new ArrayList<Run>();
        for (var run : runs) {
            var low = run.low();
            for (var out : other.runs) {
                if (out.high().compareTo(low) >= 0 && out.low().compareTo(run.high()) <= 0) {
                    if (out.low().compareTo(low) > 0) {
                        left.add(new Run(low, out.low().subtract(BigInteger.ONE)));
                    }
                    low = out.high().add(BigInteger.ONE);
                }
            }
            if (low.compareTo(run.high()) <= 0) {
                left.add(new Run(low, run.high()));
            }
        }
        return new IntervalSet(left);
    }
}
