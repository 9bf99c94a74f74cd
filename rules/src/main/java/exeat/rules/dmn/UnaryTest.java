package exeat.rules.dmn;

import java.util.List;
import java.util.stream.Stream;

/** An input entry: a test of the input's value (DMN 1.5, grammar rules 7 to 18 and 30). */
public sealed interface UnaryTest {

    /** {@code -}: passes every value, including null. */
    record Any() implements UnaryTest {}

    /** Equality with a value; {@code null} is passed by null only. */
    record Equal(Literal literal) implements UnaryTest {}

    /** A comparison with a number or a date. */
    record Ordered(Comparison comparison, Literal literal) implements UnaryTest {}

    record Interval(Literal low, boolean withLow, Literal high, boolean withHigh)
            implements UnaryTest {}

    /** A list with commas: passed if any of the tests is passed. */
    record OneOf(List<UnaryTest> tests) implements UnaryTest {
        public OneOf {
            tests = List.copyOf(tests);
        }
    }

    /**
     * Negation: passed if none of the tests is passed. Undecided, and so not passed, if one of them
     * compares with null.
     */
    record Not(UnaryTest test) implements UnaryTest {}

    /** The comparisons of S-FEEL. */
    enum Comparison {
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        /** Whether the comparison holds, given the sign of comparing the value with the literal. */
        public boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** All literals in the test. */
    default Stream<Literal> literals() {
        return switch (this) {
            case Any any -> Stream.empty();
            case Equal equal -> Stream.of(equal.literal());
            case Ordered ordered -> Stream.of(ordered.literal());
            case Interval interval -> Stream.of(interval.low(), interval.high());
            case OneOf oneOf -> oneOf.tests().stream().flatMap(UnaryTest::literals);
            case Not not -> not.test().literals();
        };
    }
}
