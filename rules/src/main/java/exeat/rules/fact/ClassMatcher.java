package exeat.rules.fact;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import java.util.BitSet;

/**
 * Finds the value classes of one fact that meet a test. Numbers and days are ordered, so a
 * comparison gives a run of classes that is found by its ends; trying each test on thousands of
 * classes would take longer than a proof.
 */
public final class ClassMatcher {

    private final ValueClasses classes;

    /** How many classes have values in an order; those come first. */
    private final int ordinals;

    public ClassMatcher(ValueClasses classes) {
        this.classes = classes;
        int many = 0;
        while (many < classes.count() && isOrdinal(classes.sample(many))) {
            many++;
        }
        this.ordinals = many;
    }

    private static boolean isOrdinal(Value value) {
        return value instanceof Value.Quantity || value instanceof Value.Day;
    }

    public int ordinals() {
        return ordinals;
    }

    /** The classes whose values meet the test, a bit each; the caller's own. */
    public BitSet of(UnaryTest test) {
        var meeting = new BitSet(classes.count());
        switch (test) {
            case UnaryTest.Any any -> meeting.set(0, classes.count());
            case UnaryTest.Ordered ordered -> {
                boolean strictly =
                        switch (ordered.comparison()) {
                            case AT_MOST, MORE -> true;
                            case LESS, AT_LEAST -> false;
                        };
                int cut = firstFrom(ordered.literal(), strictly);
                switch (ordered.comparison()) {
                    case LESS, AT_MOST -> meeting.set(0, cut);
                    case MORE, AT_LEAST -> meeting.set(cut, ordinals);
                }
            }
            case UnaryTest.Interval interval -> {
                int low = firstFrom(interval.low(), !interval.withLow());
                int high = firstFrom(interval.high(), interval.withHigh());
                meeting.set(low, Math.max(low, high));
            }
            case UnaryTest.OneOf oneOf -> oneOf.tests().forEach(one -> meeting.or(of(one)));
            case UnaryTest.Equal equal -> tryEach(test, meeting);
            case UnaryTest.Not not -> tryEach(test, meeting);
        }
        return meeting;
    }

    private void tryEach(UnaryTest test, BitSet meeting) {
        for (int at = 0; at < classes.count(); at++) {
            meeting.set(at, Conditions.match(test, classes.sample(at)));
        }
    }

    /** The first class with a sample at or above a constant, or strictly above it. */
    private int firstFrom(Literal constant, boolean strictly) {
        var value = Conditions.value(constant);
        int own = classes.classOf(value);
        if (own >= 0 && own < ordinals && classes.isPoint(own)) {
            return strictly ? own + 1 : own;
        }
        int low = 0;
        int high = ordinals;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Conditions.compare(classes.sample(middle), value);
            if (order > 0 || (order == 0 && !strictly)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
