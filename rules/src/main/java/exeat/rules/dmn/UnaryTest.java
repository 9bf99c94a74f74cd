package exeat.rules.dmn;

import java.util.List;
import java.util.stream.Stream;

/** An input entry: the test of its input's value (DMN 1.5, grammar rules 7 to 18 and 30). */
public sealed interface UnaryTest {

    /** {@code -}: every value, null too. */
    record Any() implements UnaryTest {}

    /** The value itself; {@code null} is true of null alone. */
    record Equal(Literal literal) implements UnaryTest {}

    /** A comparison with a number or a date. */
    record Ordered(Comparison comparison, Literal literal) implements UnaryTest {}

    record Interval(Literal low, boolean withLow, Literal high, boolean withHigh)
            implements UnaryTest {}

    /** A comma list: one of these. */
    record OneOf(List<UnaryTest> tests) implements UnaryTest {
        public OneOf {
            tests = List.copyOf(tests);
        }
    }

    /** None of these; undecided, and so not true, where a comparison with null is among them. */
    record Not(UnaryTest test) implements UnaryTest {}

    /** The comparisons of S-FEEL. */
    enum Comparison {
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        /** Whether it holds of a value whose order against the literal is this sign. */
        public boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** Every literal that the test mentions. */
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
