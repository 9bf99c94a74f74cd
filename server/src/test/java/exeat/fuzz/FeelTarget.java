package exeat.fuzz;

import exeat.rules.feel.Interpreter;
import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Expressions and unary tests of FEEL, parsed and evaluated. */
final class FeelTarget implements Target {

    @Override
    public void run(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var vocabulary = ModelNames.of(Map.of(), List.of("full name", "age"));
        var names = Scope.names().with("size", Type.Any.ANY);
        try {
            Parser.unaryTests(text, names, vocabulary);
        } catch (SyntaxException declared) {
            // Most are no tests.
        }
        try {
            var expression = Parser.expression(text, Scope.names(), vocabulary);
            Interpreter.evaluate(
                    expression, Scope.library(), new EvaluationContext(Optional.empty()));
        } catch (SyntaxException | EvaluationException declared) {
            // Nor are they expressions, or they say that they take too long.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "for i in 1..10 return if i > 3 then i ** 2 else -i",
                        "some x in [1,2,3] satisfies x = 2 and every y in [x] satisfies y < 5",
                        "{a b: 1, c: a b + 1, f: function(x) x * 2}.f(3)",
                        "date(\"2024-02-29\") + duration(\"P1Y2M\") - @\"P3DT4H\"",
                        "[1..5], (2..8], < 7, not(3, 4)",
                        "substring(\"f\u00f6o\", 2, 1) + string join([\"a\", \"b\"], \",\")",
                        "replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\", \"i\")",
                        "matches(\"foobar\", \"^fo*b[a-z]{1,3}\")",
                        "sort([3,1,2], function(x,y) x < y)[item > 1][1]",
                        "string length(\"\\U01F600\") + count(list contains([1], 1))",
                        "decimal(1/3, 5) * modulo(-7, 3) + exp(2) + sqrt(2) + log(3)",
                        "date and time(\"2020-01-01T10:00:00@Europe/Berlin\").time offset",
                        "range(\"[1..3]\").start included instance of boolean",
                        "between(1, 2, 3) in (1..3)",
                        "get value({a: {b: [1, {c: 2}]}}, [\"a\", \"b\"])")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                " and ",
                " or ",
                " in ",
                " for ",
                " return ",
                " if ",
                " then ",
                " else ",
                " some ",
                " every ",
                " satisfies ",
                " function(",
                " instance of ",
                "..",
                "**",
                "@\"",
                "date(",
                "time(",
                "duration(",
                "number(",
                "string(",
                "replace(",
                "matches(",
                "split(",
                "sort(",
                "index of(",
                "flatten(",
                "concatenate(",
                "context put(",
                "list replace(",
                "1e300",
                "10 ** 6000",
                "item",
                "partial",
                " external ",
                "{",
                "}: ",
                "[[",
                "]]",
                "not(",
                "-",
                "?",
                "//",
                "/*",
                "*/",
                "^",
                ".");
    }
}
