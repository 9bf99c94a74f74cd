package exeat.rules.dmn.compose;

import exeat.rules.dmn.Literal;
import exeat.rules.feel.Interpreter;
import exeat.rules.feel.Scope;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.Values;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conversions between FEEL values and table literals, and expressions made only of constants. */
final class Constants {

    private Constants() {}

    static FeelValue value(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> Values.of(text.text());
            case Literal.Numeral numeral -> Numbers.literal(numeral.number());
            case Literal.Truth truth -> Values.of(truth.truth());
            case Literal.Day day -> new FeelValue.Date(day.date());
            case Literal.Null none -> Values.NULL;
        };
    }

    /** The value as a table literal; empty if tables have no literal of its kind. */
    static Optional<Literal> literal(FeelValue value) {
        return switch (value) {
            case FeelValue.Text(var text) -> Optional.of(new Literal.Text(text));
            case FeelValue.Num(var number) -> Optional.of(new Literal.Numeral(number));
            case FeelValue.Truth(var truth) -> Optional.of(new Literal.Truth(truth));
            case FeelValue.Date(var date) -> Optional.of(new Literal.Day(date));
            case FeelValue.Null none -> Optional.of(new Literal.Null());
            default -> Optional.empty();
        };
    }

    static EvaluationContext run() {
        return new EvaluationContext(Optional.empty());
    }

    /** The value of an expression over these names. */
    static FeelValue evaluate(Expression expression, Map<String, FeelValue> names) {
        return Interpreter.evaluate(expression, Scope.library().with(names), run());
    }

    static FeelValue evaluate(Expression expression) {
        return evaluate(expression, Map.of());
    }

    /** Those of the given names that the expression uses. */
    static Set<String> names(Expression expression, Set<String> among) {
        var names = new HashSet<String>();
        collect(expression, among, names);
        return names;
    }

    private static void collect(Expression expression, Set<String> among, Set<String> names) {
        switch (expression) {
            case Expression.Name(var name, var type) when among.contains(name) -> names.add(name);
            case Expression.OpenName(var name) when among.contains(name) -> names.add(name);
            default -> expression.parts().forEach(part -> collect(part, among, names));
        }
    }

    /** Whether the expression consists only of constants and standard functions. */
    static boolean isConstant(Expression expression) {
        return isConstantOf(expression, "");
    }

    /** Whether an expression is constant except for one name, which it may use. */
    static boolean isConstantOf(Expression expression, String besides) {
        return switch (expression) {
            case Expression.Name(var name, var type) ->
                    name.equals(besides) || Scope.library().get(name).isPresent();
            case Expression.OpenName open -> false;
            default -> expression.parts().allMatch(part -> isConstantOf(part, besides));
        };
    }

    /** Every string literal in an expression. */
    static void texts(Expression expression, Set<String> texts) {
        if (expression instanceof Expression.Constant(FeelValue.Text(var text))) {
            texts.add(text);
        }
        expression.parts().forEach(part -> texts(part, texts));
    }
}
