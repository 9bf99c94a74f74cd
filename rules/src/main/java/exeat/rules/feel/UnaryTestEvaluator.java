package exeat.rules.feel;

import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.Expression.Operator;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Equality;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.ValueOrder;
import exeat.rules.feel.value.Values;
import java.util.List;

/** Evaluates unary tests (DMN 1.5, 7.3.1, grammar rules 7, 30 and 49). */
public final class UnaryTestEvaluator {

    /** The name of the tested value inside a test. */
    public static final String INPUT = "?";

    private UnaryTestEvaluator() {}

    /** Whether a value passes an input entry; an undecided test is not passed. */
    public static boolean passes(
            UnaryTests tests, FeelValue value, Scope scope, EvaluationContext run) {
        if (tests.any()) {
            return true;
        }
        var inner = scope.with(INPUT, value);
        FeelValue one = Values.FALSE;
        for (var test : tests.tests()) {
            one = Logic.or(one, entry(test, value, inner, run));
        }
        return one.equals(Values.of(!tests.negated()));
    }

    /** FEEL's {@code in}: true if any test is passed. */
    static FeelValue in(
            FeelValue value, List<Expression> tests, Scope scope, EvaluationContext run) {
        FeelValue one = Values.FALSE;
        for (var test : tests) {
            one = Logic.or(one, isIn(value, Interpreter.evaluate(test, scope, run), run));
        }
        return one;
    }

    private static FeelValue entry(
            Expression test, FeelValue value, Scope scope, EvaluationContext run) {
        var result = Interpreter.evaluate(test, scope, run);
        if (StaticCheck.mentions(test, INPUT)) {
            if (result instanceof Truth || result.isNull()) {
                return result;
            }
            throw new EvaluationException("tests by an expression that is neither true nor false");
        }
        if (result instanceof Truth && !isPlain(test) && !result.equals(value)) {
            throw new EvaluationException("tests by a condition that does not speak of the input");
        }
        return isIn(value, result, run);
    }

    /** Whether a boolean test can only mean that the value equals it. */
    private static boolean isPlain(Expression test) {
        return test instanceof Expression.Constant
                || test instanceof Expression.Name
                || test instanceof Expression.Path;
    }

    private static FeelValue isIn(FeelValue value, FeelValue where, EvaluationContext run) {
        return switch (where) {
            case Range range -> ValueOrder.isIn(value, range, run);
            case Items(var items) -> Values.of(contains(items, value, run));
            default -> Equality.equal(value, where, run);
        };
    }

    private static boolean contains(List<FeelValue> items, FeelValue value, EvaluationContext run) {
        for (var item : items) {
            if (isSameOrWithin(value, item, run)) {
                return true;
            }
        }
        if (value instanceof Items && Equality.isEqual(value, Values.of(items), run)) {
            throw new EvaluationException("tests whether a list is in an equal list");
        }
        return false;
    }

    private static boolean isSameOrWithin(FeelValue value, FeelValue item, EvaluationContext run) {
        if (item instanceof Range range && !(value instanceof Range)) {
            return ValueOrder.isIn(value, range, run).isTrue();
        }
        return Equality.isEqual(value, item, run);
    }

    /** The range that a comparison describes. */
    static FeelValue range(Operator operator, FeelValue end) {
        var form = Range.Form.COMPARISON;
        return switch (operator) {
            case EQUAL -> new Range(form, true, end, end, true);
            case NOT_EQUAL -> new Range(Range.Form.NOT_EQUAL, true, end, end, true);
            case LESS -> new Range(form, false, Values.NULL, end, false);
            case AT_MOST -> new Range(form, false, Values.NULL, end, true);
            case MORE -> new Range(form, false, end, Values.NULL, false);
            case AT_LEAST -> new Range(form, true, end, Values.NULL, false);
            case OR, AND, PLUS, MINUS, TIMES, DIVIDED, POWER ->
                    throw new IllegalArgumentException(operator + " is no comparison");
        };
    }
}
