package exeat.rules.feel;

import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.Equality;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.ValueOrder;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Evaluates expressions (DMN 1.5, 10.3.2). */
public final class Interpreter {

    private Interpreter() {}

    /**
     * The value of an expression.
     *
     * @throws EvaluationException if a limit is reached, or the standard does not define the value
     */
    public static FeelValue evaluate(Expression expression, Scope scope, EvaluationContext run) {
        run.enter();
        var value = valueOf(expression, scope, run);
        run.leave();
        return value;
    }

    private static FeelValue valueOf(Expression expression, Scope scope, EvaluationContext run) {
        return switch (expression) {
            case Expression.Constant(var value) -> value;
            case Expression.Name(var name, var type) ->
                    // Declared but absent: an entry that this item of a filtered list does not
                    // have.
                    scope.get(name).orElse(Values.NULL);
            case Expression.OpenName(var name) -> scope.get(name).orElse(Values.NULL);
            case Expression.Path(var base, var member) ->
                    ValueProperties.of(evaluate(base, scope, run), member, run);
            case Expression.Filter filter -> ListFilters.filter(filter, scope, run);
            case Expression.Call call -> FunctionCalls.call(call, scope, run);
            case Expression.NamedCall call -> FunctionCalls.call(call, scope, run);
            case Expression.Negation(var operand) ->
                    Arithmetic.negated(evaluate(operand, scope, run));
            case Expression.Binary binary -> binary(binary, scope, run);
            case Expression.Between between -> between(between, scope, run);
            case Expression.In(var value, var tests) ->
                    UnaryTestEvaluator.in(evaluate(value, scope, run), tests, scope, run);
            case Expression.InstanceOf(var value, var type) ->
                    Values.of(Conformance.isInstance(evaluate(value, scope, run), type, run));
            case Expression.If choice -> choice(choice, scope, run);
            case Expression.For loop -> Loops.forEach(loop, scope, run);
            case Expression.Quantified quantified -> Loops.quantified(quantified, scope, run);
            case Expression.ListOf(var items) -> list(items, scope, run);
            case Expression.ContextOf(var entries) -> context(entries, scope, run);
            case Expression.Interval interval -> interval(interval, scope, run);
            case Expression.Comparison(var operator, var end) ->
                    UnaryTestEvaluator.range(operator, evaluate(end, scope, run));
            case Expression.Lambda lambda ->
                    FunctionCalls.function(
                            lambda.parameters(),
                            Any.ANY,
                            (parameters, inner) ->
                                    evaluate(lambda.body(), scope.with(parameters), inner));
            case Expression.Unsupported(var what) -> throw new EvaluationException("holds " + what);
        };
    }

    private static FeelValue binary(Expression.Binary binary, Scope scope, EvaluationContext run) {
        var left = evaluate(binary.left(), scope, run);
        switch (binary.operator()) {
            case AND -> {
                return left.equals(Values.FALSE)
                        ? left
                        : Logic.and(left, evaluate(binary.right(), scope, run));
            }
            case OR -> {
                return left.isTrue() ? left : Logic.or(left, evaluate(binary.right(), scope, run));
            }
            default -> {}
        }
        var right = evaluate(binary.right(), scope, run);
        return switch (binary.operator()) {
            case AND -> Logic.and(left, right);
            case OR -> Logic.or(left, right);
            case EQUAL -> Equality.equal(left, right, run);
            case NOT_EQUAL -> Logic.not(Equality.equal(left, right, run));
            case LESS -> Logic.ordered(left, right, order -> order < 0);
            case AT_MOST -> Logic.ordered(left, right, order -> order <= 0);
            case MORE -> Logic.ordered(left, right, order -> order > 0);
            case AT_LEAST -> Logic.ordered(left, right, order -> order >= 0);
            case PLUS -> Arithmetic.plus(left, right, run);
            case MINUS -> Arithmetic.minus(left, right);
            case TIMES -> Arithmetic.times(left, right);
            case DIVIDED -> Arithmetic.divided(left, right);
            case POWER -> Arithmetic.power(left, right);
        };
    }

    private static FeelValue between(
            Expression.Between between, Scope scope, EvaluationContext run) {
        var value = evaluate(between.value(), scope, run);
        var low = evaluate(between.low(), scope, run);
        var high = evaluate(between.high(), scope, run);
        var above = Logic.ordered(value, low, order -> order >= 0);
        var below = Logic.ordered(value, high, order -> order <= 0);
        if (above.isNull() != below.isNull() && !above.isTrue() && !below.isTrue()) {
            throw new EvaluationException(
                    "asks whether a value is between an end and none, and it is not");
        }
        return Logic.and(above, below);
    }

    private static FeelValue choice(Expression.If choice, Scope scope, EvaluationContext run) {
        var condition = evaluate(choice.condition(), scope, run);
        if (!(condition instanceof Truth) && !condition.isNull()) {
            throw new EvaluationException("has a condition that is neither true nor false");
        }
        return evaluate(condition.isTrue() ? choice.then() : choice.otherwise(), scope, run);
    }

    private static FeelValue list(List<Expression> items, Scope scope, EvaluationContext run) {
        List<FeelValue> values = new ArrayList<>(items.size());
        for (var item : items) {
            values.add(evaluate(item, scope, run));
        }
        return Values.of(values);
    }

    private static FeelValue context(
            List<Expression.Part> entries, Scope scope, EvaluationContext run) {
        SequencedMap<String, FeelValue> values = new LinkedHashMap<>();
        var inner = scope;
        for (var entry : entries) {
            var value = evaluate(entry.expression(), inner, run);
            values.put(entry.name(), value);
            inner = inner.with(entry.name(), value);
        }
        return new FeelValue.Context(values);
    }

    private static FeelValue interval(
            Expression.Interval interval, Scope scope, EvaluationContext run) {
        var low = evaluate(interval.low(), scope, run);
        var high = evaluate(interval.high(), scope, run);
        if (!low.isNull() && !high.isNull()) {
            var order = ValueOrder.compare(low, high);
            if (order.isEmpty()) {
                throw new EvaluationException("makes a range of ends that have no order");
            }
            if (order.getAsInt() > 0) {
                throw new EvaluationException("makes a range that goes down");
            }
        }
        return new Range(Range.Form.INTERVAL, interval.withLow(), low, high, interval.withHigh());
    }
}
