package exeat.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.dmn.UnaryTest.Any;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of S-FEEL, and what is refused. */
class FeelParserTest {

    @Test
    void unary_tests_are_read() throws FeelException {
        assertThat(FeelParser.unaryTests(" - ")).isEqualTo(new Any());
        assertThat(FeelParser.unaryTests("\"a, b\"")).isEqualTo(text("a, b"));
        assertThat(FeelParser.unaryTests("\"a\",\"b\""))
                .isEqualTo(new OneOf(List.of(text("a"), text("b"))));
        assertThat(FeelParser.unaryTests("not(\"a\" , null)"))
                .isEqualTo(new Not(new OneOf(List.of(text("a"), new Equal(new Literal.Null())))));
        assertThat(FeelParser.unaryTests("true")).isEqualTo(new Equal(new Literal.Truth(true)));
        assertThat(FeelParser.unaryTests("false")).isEqualTo(new Equal(new Literal.Truth(false)));
        assertThat(FeelParser.unaryTests("-1")).isEqualTo(new Equal(number("-1")));
        assertThat(FeelParser.unaryTests(".5")).isEqualTo(new Equal(number("0.5")));
        assertThat(FeelParser.unaryTests("<1")).isEqualTo(ordered(Comparison.LESS, "1"));
        assertThat(FeelParser.unaryTests("<= 1.0")).isEqualTo(ordered(Comparison.AT_MOST, "1"));
        assertThat(FeelParser.unaryTests(">1")).isEqualTo(ordered(Comparison.MORE, "1"));
        assertThat(FeelParser.unaryTests(">= -1")).isEqualTo(ordered(Comparison.AT_LEAST, "-1"));
        assertThat(FeelParser.unaryTests("date(\"1963-08-08\")"))
                .isEqualTo(FeelParser.unaryTests("@\"1963-08-08\""))
                .isEqualTo(new Equal(new Literal.Day(LocalDate.of(1963, 8, 8))));
    }

    @Test
    void every_spelling_of_an_interval_is_read() throws FeelException {
        assertThat(FeelParser.unaryTests("[1..2]")).isEqualTo(interval(true, true));
        assertThat(FeelParser.unaryTests("(1..2]")).isEqualTo(interval(false, true));
        assertThat(FeelParser.unaryTests("]1..2]")).isEqualTo(interval(false, true));
        assertThat(FeelParser.unaryTests("[1 .. 2)")).isEqualTo(interval(true, false));
        assertThat(FeelParser.unaryTests("[1..2[")).isEqualTo(interval(true, false));
        assertThat(FeelParser.unaryTests("]1.0..2.0[")).isEqualTo(interval(false, false));
    }

    @Test
    void strings_know_their_escapes() throws FeelException {
        assertThat(FeelParser.literal("\"a\\\"b\\\\c\\n\\t\\r\\u00e9\\'\""))
                .isEqualTo(new Literal.Text("a\"b\\c\n\t\r\u00e9'"));
    }

    @Test
    void numbers_are_exact() throws FeelException {
        assertThat(FeelParser.literal("0.10")).isEqualTo(FeelParser.literal("0.1"));
        assertThat(FeelParser.literal("-0")).isEqualTo(FeelParser.literal("0.00"));
        assertThat(FeelParser.literal("100")).isEqualTo(FeelParser.literal("100.0"));
        assertThat(FeelParser.literal("0.1"))
                .isNotEqualTo(FeelParser.literal("0.1000000000000000000000000000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- 1",
                "--",
                "-,1",
                "a",
                "truest",
                "1a",
                "1e5",
                "1..2",
                "1.",
                ".",
                "+1",
                "= 1",
                "!= 1",
                "< \"a\"",
                "< true",
                "< null",
                "[1..\"a\"]",
                "[1..date(\"1963-08-08\")]",
                "[2..1]",
                "(1..1)",
                "[1..1)",
                "[null..1]",
                "[1..2",
                "[1,2]",
                "1,",
                "not(1",
                "not()",
                "not(not(1))",
                "not(-)",
                "1 or 2",
                "? > 1",
                "f(1)",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "date(\"1963-02-29\")",
                "date(1963,8,8)",
                "duration(\"P1D\")",
                "{a: 1}",
                "1 // one",
                "-1 - 1",
                "\u22121"
            })
    void everything_else_is_refused(String text) {
        assertThatThrownBy(() -> FeelParser.unaryTests(text)).isInstanceOf(FeelException.class);
    }

    private static UnaryTest text(String text) {
        return new Equal(new Literal.Text(text));
    }

    private static Literal number(String text) {
        return new Literal.Numeral(new BigDecimal(text));
    }

    private static UnaryTest ordered(Comparison comparison, String number) {
        return new Ordered(comparison, number(number));
    }

    private static UnaryTest interval(boolean withLow, boolean withHigh) {
        return new Interval(number("1"), withLow, number("2"), withHigh);
    }
}
