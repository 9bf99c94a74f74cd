package exeat.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.dmn.UnaryTest.Equal;
import exeat.rules.dmn.UnaryTest.Interval;
import exeat.rules.dmn.UnaryTest.Not;
import exeat.rules.dmn.UnaryTest.OneOf;
import exeat.rules.dmn.UnaryTest.Ordered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests over values, absent and withheld, in DMN's logic of three values. */
class ConditionsTest {

    private static final UnaryTest NULL = new Equal(new Literal.Null());
    private static final UnaryTest WITHHELD = new Equal(Conditions.WITHHELD);
    private static final UnaryTest BELOW_TWO = new Ordered(Comparison.LESS, number("2"));
    private static final UnaryTest THREE = new Equal(number("3"));

    @Test
    void absent_is_met_by_any_by_null_and_by_the_negation_of_an_equality() {
        assertThat(matches(new UnaryTest.Any(), Value.ABSENT)).isTrue();
        assertThat(matches(NULL, Value.ABSENT)).isTrue();
        assertThat(matches(THREE, Value.ABSENT)).isFalse();
        assertThat(matches(new Not(THREE), Value.ABSENT)).isTrue();
        assertThat(matches(new Not(NULL), Value.ABSENT)).isFalse();
        assertThat(matches(new OneOf(List.of(THREE, NULL)), Value.ABSENT)).isTrue();
        assertThat(matches(new Not(NULL), Value.of(3))).isTrue();
    }

    @Test
    void a_comparison_with_absent_is_undecided_and_so_is_its_negation() {
        var interval = new Interval(number("1"), true, number("2"), true);
        assertThat(matches(BELOW_TWO, Value.ABSENT)).isFalse();
        assertThat(matches(new Not(BELOW_TWO), Value.ABSENT)).isFalse();
        assertThat(matches(interval, Value.ABSENT)).isFalse();
        assertThat(matches(new Not(interval), Value.ABSENT)).isFalse();
        assertThat(matches(new Not(new OneOf(List.of(BELOW_TWO, THREE))), Value.ABSENT)).isFalse();
        assertThat(matches(new Not(new OneOf(List.of(BELOW_TWO, NULL))), Value.ABSENT)).isFalse();
        assertThat(matches(new OneOf(List.of(BELOW_TWO, NULL)), Value.ABSENT)).isTrue();
    }

    @Test
    void withheld_equals_itself_alone_and_has_no_order() {
        assertThat(matches(WITHHELD, Value.WITHHELD)).isTrue();
        assertThat(matches(NULL, Value.WITHHELD)).isFalse();
        assertThat(matches(new Equal(new Literal.Truth(true)), Value.WITHHELD)).isFalse();
        assertThat(matches(new Not(new Equal(new Literal.Truth(true))), Value.WITHHELD)).isTrue();
        assertThat(matches(BELOW_TWO, Value.WITHHELD)).isFalse();
        assertThat(matches(new Not(BELOW_TWO), Value.WITHHELD)).isFalse();
        assertThat(matches(WITHHELD, Value.of(true))).isFalse();
    }

    @Test
    void every_bound_is_met_exactly() {
        for (var comparison : Comparison.values()) {
            var test = new Ordered(comparison, number("2"));
            assertThat(matches(test, Value.of(new BigDecimal("1.999999999999999999999"))))
                    .isEqualTo(comparison == Comparison.LESS || comparison == Comparison.AT_MOST);
            assertThat(matches(test, Value.of(new BigDecimal("2.00"))))
                    .isEqualTo(
                            comparison == Comparison.AT_MOST || comparison == Comparison.AT_LEAST);
            assertThat(matches(test, Value.of(new BigDecimal("2.000000000000000000001"))))
                    .isEqualTo(comparison == Comparison.MORE || comparison == Comparison.AT_LEAST);
        }
        for (boolean withLow : List.of(true, false)) {
            for (boolean withHigh : List.of(true, false)) {
                var days = new Interval(day("2000-02-28"), withLow, day("2000-03-01"), withHigh);
                assertThat(matches(days, on("2000-02-27"))).isFalse();
                assertThat(matches(days, on("2000-02-28"))).isEqualTo(withLow);
                assertThat(matches(days, on("2000-02-29"))).isTrue();
                assertThat(matches(days, on("2000-03-01"))).isEqualTo(withHigh);
                assertThat(matches(days, on("2000-03-02"))).isFalse();
            }
        }
    }

    private static boolean matches(UnaryTest test, Value value) {
        return Conditions.match(test, value);
    }

    private static Literal number(String text) {
        return new Literal.Numeral(new BigDecimal(text));
    }

    private static Literal day(String iso) {
        return new Literal.Day(LocalDate.parse(iso));
    }

    private static Value on(String iso) {
        return Value.of(LocalDate.parse(iso));
    }
}
