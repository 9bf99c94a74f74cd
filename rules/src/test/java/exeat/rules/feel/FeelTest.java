package exeat.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names with blanks and operators, literals, and where an answer is refused. */
class FeelTest {

    private static final Map<String, FeelValue> VARIABLES =
            Map.of(
                    "size", Values.of(3),
                    "full size", Values.of(5),
                    "full size-extra", Values.of(7),
                    "extra", Values.of(1),
                    "Teacher's mark", Values.of("A"),
                    "in and out", Values.of(true),
                    "people", people(),
                    "person", person("Ann", 30));

    private static FeelValue person(String name, long age) {
        SequencedMap<String, FeelValue> entries = new LinkedHashMap<>();
        entries.put("full name", Values.of(name));
        entries.put("age", Values.of(age));
        return new FeelValue.Context(entries);
    }

    private static FeelValue people() {
        return Values.of(List.of(person("Ann", 30), person("Bo", 20)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "full size + size | 8",
                "full   size-extra | 7",
                "(full size) - extra | 4",
                "full size -size | 2",
                "Teacher's mark + \"!\" | \"A!\"",
                "in and out and true | true",
                "person.full name | \"Ann\"",
                "people[full name = \"Bo\"].age | [20]",
                "people[age > 25][1].full name | \"Ann\"",
                "people.full name | [\"Ann\", \"Bo\"]",
                "people[item.age < 25].age[1] | 20",
                "{a b: 1, c: a b + 1}.c | 2",
                "{\"a+b\": 1}.a+b | 1",
                "string length(\"\\U01F600\") | 1",
                "-2 ** 2 | 4",
                "2 ** 3 ** 2 | 64",
                "0.1 + 0.2 = 0.3 | true",
                "1 / 3 * 3 | 0.9999999999999999999999999999999999",
                "if null then 1 else 2 | 2",
                "5 in (> 3, < 1) | true",
                "[1, 2, 3][-1] | 3",
                "[1, 2, 3][4] | null",
                "[1, 2, 3][item >= 2] | [2, 3]",
                "some x in [1, 2], y in [2, 3] satisfies x = y | true",
                "every x in [] satisfies false | true",
                "substring(\"foobar\", 3, 3) | \"oba\"",
                "replace(\"abc\", \"(b)\", \"[$1]\") | \"a[b]c\"",
                "split(\"a;b;;c\", \";\") | [\"a\", \"b\", \"\", \"c\"]",
                "date(\"2020-02-30\") | null",
                "@\"2020-01-31\" - @\"2020-01-01\" = @\"P30D\" | true",
                "function(x) x + size | function",
                "(function(x, y) x - y)(y: 1, x: 5) | 4",
                "[1..3] = [1..3] | true",
                "median([1, 2, 3, 4]) | 2.5",
                "is(value1: @\"2021-02-13\") | false",
                "is(value2: @\"2021-02-13\") | false",
                "is(value1: null) | true",
                "is(@\"2021-02-13\") | null",
                "is(@\"20:00:50+00:00\", @\"21:00:50+01:00\") | false",
                "is(@\"10:00:00\", @\"10:00:00Z\") | false",
                "is(@\"10:00:00Z\", @\"10:00:00+00:00\") | true",
                "[{item: 1}, {item: 2}][item >= 2] | [{item: 2}]",
                "[{x: 1}, {y: 2}][y > 1] | [{y: 2}]",
                "[{x: 1}][y > 1] | []",
                "list replace([1, 2, 3], 2.5, 4) | [1, 4, 3]",
                "list replace([1, 2, 3], -1.5, 4) | [1, 2, 4]",
                "list replace([1, 2, 3], -4, 4) | null",
                "list replace([1, 2, 3], 0.5, 4) | null",
                "3 instance of number | true",
                "[1] instance of list<string> | false"
            })
    void an_expression_has_its_value(String text, String expected) throws SyntaxException {
        var value = evaluate(text);
        if (expected.equals("function")) {
            assertThat(value).isInstanceOf(FeelValue.Function.class);
        } else {
            assertThat(value).isEqualTo(evaluate(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "[1, 2",
                "{a 1}",
                "\"a",
                "unknown",
                "unknown(1)",
                "if true then 1",
                "for x in [1] x",
                "1 2",
                "size size",
                "full size - extra", // blanks as nobody declared them: a name or a difference
                "@\"nonsense\"",
                "1 instance of nothing",
                "{a: 1, a: 2}",
                "12345678901234567890123456789012345"
            })
    void an_invalid_expression_is_rejected(String text) {
        assertThatThrownBy(() -> evaluate(text)).isInstanceOf(SyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@\"2021-01-31\" + @\"P1M\"",
                "@\"10:00:00.1\" < @\"10:00:00.2\"",
                "@\"2021-01-01T10:00:00\" = @\"2021-01-01T10:00:00Z\"",
                "@\"2021-03-28T00:00:00@Europe/Paris\" + @\"P1D\"",
                "abs([1])",
                "5 in [3..1]",
                "even(2.5)",
                "sum([@\"P1D\"])",
                "string([1..2])",
                "null[1]",
                "if 1 then 2 else 3",
                "date(2020.5, 1, 1)",
                "sum(for x in [1, 10, 2.5] return x / 3)"
            })
    void cases_that_the_standard_leaves_open_are_refused(String text) {
        assertThatThrownBy(() -> evaluate(text)).isInstanceOf(EvaluationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2014-12-31T23:59:59 | 2016-12-31T00:00:01 | P2Y",
                "2016-12-31T00:00:01 | 2014-12-31T23:59:59 | -P2Y",
                "2011-12-31T10:15:30@Etc/UTC | 2017-08-10T10:20:00@Europe/Paris | P5Y7M",
                "2017-09-05T10:20:00+05:00 | 2019-10-01T12:32:59 | P2Y"
            })
    void months_are_counted_from_day_to_day(String from, String to, String expected)
            throws SyntaxException {
        var text = "years and months duration(@\"%s\", @\"%s\")".formatted(from, to);
        assertThat(evaluate(text)).isEqualTo(evaluate("@\"" + expected + "\""));
    }

    /** By XPath's functions and operators 3.1, 5.6: text, pattern, flags, answer. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a, [a-z-[aeiou]], i, false",
                "b, [a-z-[aeiou]], i, true",
                "B, ^[a-z-[aeiou-[o]]]+$, i, true",
                "O, ^[a-z-[aeiou-[o]]]+$, i, true",
                "E, ^[a-z-[aeiou-[o]]]+$, i, false",
                "9, [^a-z-[0-9]], i, false",
                "-, [^a-z-[0-9]], i, true",
                "a, [a-z-[aeiou]b], i, null",
                "hello world, he l lo\\\\ sworld, x, true",
                "hello world, hello world, x, false",
                "hello world, hello[ ]world, x, true",
                "a]b, a[ \\\\] ]b, x, true",
                "hello, ^\\\\p{IsBasicLatin}+$, s, true",
                "hellö, ^\\\\p{IsBasicLatin}+$, s, false",
                "hello, \\\\p{IsNoSuchBlock}, s, null",
                "aA, (a)\\\\1, i, true",
                "abab, ^(?:x*)(a(b))\\\\1$, s, true",
                "aa, (a\\\\1), s, null",
                "aa, (a)\\\\2, s, null",
                "aa, (a)[\\\\1], s, null",
                "a\\rb, a.b, i, false",
                "a\\rb, a.b, s, true"
            })
    void patterns_match_as_in_xpath(String text, String pattern, String flags, String expected)
            throws SyntaxException {
        assertThat(evaluate("matches(\"%s\", \"%s\", \"%s\")".formatted(text, pattern, flags)))
                .isEqualTo(evaluate(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)?\\\\1", "(a)|\\\\1", "(a)\\\\12", "[a[b]]"})
    void a_pattern_that_java_would_read_differently_is_refused(String pattern) {
        assertThatThrownBy(() -> evaluate("matches(\"a\", \"" + pattern + "\")"))
                .isInstanceOf(EvaluationException.class);
    }

    @Test
    void comments_and_escapes_are_read() throws SyntaxException {
        assertThat(evaluate("1 /* one */ + // two\n 2")).isEqualTo(Values.of(3));
        assertThat(evaluate("\"\\u0041\\U01F600\\n\""))
                .isEqualTo(Values.of("A" + Character.toString(0x1F600) + "\n"));
    }

    @Test
    void exp_and_log_are_right_to_the_last_digit() throws SyntaxException {
        assertThat(evaluate("exp(1)")).isEqualTo(evaluate("2.718281828459045235360287471352662"));
        assertThat(evaluate("log(2)")).isEqualTo(evaluate("0.6931471805599453094172321214581766"));
        assertThat(evaluate("log(exp(100))")).isEqualTo(evaluate("100"));
        assertThat(evaluate("2 ** 0.5 = sqrt(2)")).isEqualTo(Values.TRUE);
    }

    private static FeelValue evaluate(String text) throws SyntaxException {
        Map<String, Type> types = new LinkedHashMap<>();
        VARIABLES.keySet().forEach(name -> types.put(name, Any.ANY));
        var names = Scope.names().with(types);
        var vocabulary = ModelNames.of(Map.of(), List.of("full name", "age"));
        var expression = Parser.expression(text, names, vocabulary);
        return Interpreter.evaluate(
                expression,
                Scope.library().with(VARIABLES),
                new EvaluationContext(Optional.empty()));
    }
}
