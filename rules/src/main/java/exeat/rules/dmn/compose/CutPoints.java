package exeat.rules.dmn.compose;

import exeat.rules.feel.UnaryTestEvaluator;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.Expression.Operator;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values at which the result of tests on an ordered value can change. */
final class CutPoints {

    private static final Set<String> INPUT = Set.of(UnaryTestEvaluator.INPUT);

    private CutPoints() {}

    /**
     * The cut points: at each one, and between two neighbours, no test changes its result.
     *
     * @throws NotProvableException if a test does not compare with constants
     */
    static List<FeelValue> of(List<Expression> tests) throws NotProvableException {
        var cuts = new ArrayList<FeelValue>();
        for (var test : tests) {
            if (Constants.isConstant(test)) {
                ends(constant(test), cuts);
            } else {
                spoken(test, cuts);
            }
        }
        return cuts;
    }

    static FeelValue constant(Expression expression) throws NotProvableException {
        try {
            return Constants.evaluate(expression);
        } catch (EvaluationException refusal) {
            throw new NotProvableException("it " + refusal.why());
        }
    }

    private static void ends(FeelValue value, List<FeelValue> cuts) {
        switch (value) {
            case FeelValue.Range range -> {
                cuts.add(range.low());
                cuts.add(range.high());
            }
            case FeelValue.Items(var items) -> items.forEach(item -> ends(item, cuts));
            default -> cuts.add(value);
        }
    }

    /** A test that uses the input value itself. */
    private static void spoken(Expression test, List<FeelValue> cuts) throws NotProvableException {
        switch (test) {
            case Expression.Binary(var operator, var left, var right)
                    when operator == Operator.AND || operator == Operator.OR -> {
                spoken(left, cuts);
                spoken(right, cuts);
            }
            case Expression.Binary(var operator, var left, var right)
                    when isComparison(operator) -> {
                var constant = isInput(left) ? right : left;
                if (!(isInput(left) || isInput(right)) || !Constants.isConstant(constant)) {
                    throw beyond();
                }
                cuts.add(constant(constant));
            }
            case Expression.Between(var value, var low, var high)
                    when isInput(value)
                            && Constants.isConstant(low)
                            && Constants.isConstant(high) -> {
                cuts.add(constant(low));
                cuts.add(constant(high));
            }
            case Expression.In(var value, var tests)
                    when isInput(value) && tests.stream().allMatch(Constants::isConstant) ->
                    cuts.addAll(of(tests));
            case Expression.Call(Expression.Name(var name, var type), var arguments)
                    when name.equals("not") && arguments.size() == 1 ->
                    spoken(arguments.getFirst(), cuts);
            case Expression constant when Constants.isConstant(constant) -> {}
            default -> throw beyond();
        }
    }

    private static boolean isInput(Expression expression) {
        return expression instanceof Expression.Name(var name, var type) && INPUT.contains(name);
    }

    private static boolean isComparison(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
            case OR, AND, PLUS, MINUS, TIMES, DIVIDED, POWER -> false;
        };
    }

    private static NotProvableException beyond() {
        return new NotProvableException("it tests otherwise than by comparison with constants");
    }

    /**
     * The constants that the tests compare with for equality; empty if a test uses anything but
     * constants, or compares order.
     */
    static Optional<List<FeelValue>> named(List<Expression> tests) throws NotProvableException {
        var named = new ArrayList<FeelValue>();
        for (var test : tests) {
            if (!Constants.isConstant(test)) {
                return Optional.empty();
            }
            var value = constant(test);
            if (asksForOrder(value)) {
                return Optional.empty();
            }
            ends(value, named);
        }
        return Optional.of(named);
    }

    private static boolean asksForOrder(FeelValue value) {
        return switch (value) {
            case FeelValue.Range range -> !range.low().equals(range.high());
            case FeelValue.Items(var items) -> items.stream().anyMatch(CutPoints::asksForOrder);
            default -> false;
        };
    }
}
