package exeat.rules.canonical;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule's test of one fact, in DMN's three-valued logic: see {@code docs/canonical-form.md}. A
 * rule without a condition on a fact has no test of it.
 */
public sealed interface FormTest {

    /** The value itself. */
    record Is(FormValue value) implements FormTest {}

    /** An order against a number or a day; undecided of a value that has no order. */
    record Compared(Order order, FormValue with) implements FormTest {}

    /** Between two numbers or two days; undecided of a value that has no order. */
    record Between(FormValue low, boolean withLow, FormValue high, boolean withHigh)
            implements FormTest {}

    /** A test that holds if at least one of these holds; never empty. */
    record AnyOf(List<FormTest> tests) implements FormTest {
        public AnyOf {
            tests = List.copyOf(tests);
        }
    }

    /** The negation of a test; undecided where the test is. */
    record Not(FormTest test) implements FormTest {}

    /** Whatever it is: where it stands inside another test. */
    record Anything() implements FormTest {}

    /** The orders, each with the sign by which the form writes it. */
    enum Order {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Order(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Whether it holds of something whose order against the other is this sign. */
        public boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** Every value that the test names. */
    default Stream<FormValue> values() {
        return switch (this) {
            case Is is -> Stream.of(is.value());
            case Compared compared -> Stream.of(compared.with());
            case Between between -> Stream.of(between.low(), between.high());
            case AnyOf anyOf -> anyOf.tests().stream().flatMap(FormTest::values);
            case Not not -> not.test().values();
            case Anything anything -> Stream.empty();
        };
    }
}
