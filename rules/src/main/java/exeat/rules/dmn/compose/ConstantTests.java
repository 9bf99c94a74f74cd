package exeat.rules.dmn.compose;

import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.Expression.Operator;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.ValueOrder;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.Optional;

/** Reads tests of one value against constants. */
final class ConstantTests {

    private final ProblemCollector problems;
    private final String field;
    private final Cell<?> cell;
    private boolean reported;

    private ConstantTests(Cell<?> cell, String field, ProblemCollector problems) {
        this.cell = cell;
        this.field = field;
        this.problems = problems;
    }

    /**
     * The test; empty if it does not compare with constants, or, with a problem reported, if it can
     * only be a mistake.
     *
     * @param reported whether a problem was reported
     */
    record Result(Optional<UnaryTest> test, boolean reported) {}

    static Result of(Cell<UnaryTests> cell, String field, ProblemCollector problems) {
        var plain = new ConstantTests(cell, field, problems);
        return new Result(plain.tests(cell.meaning()), plain.reported);
    }

    /** The output as a constant; empty if it is not one. */
    static Optional<Literal> literal(Cell<Expression> cell) {
        return Constants.isConstant(cell.meaning())
                ? value(cell.meaning()).flatMap(Constants::literal)
                : Optional.empty();
    }

    private static Optional<FeelValue> value(Expression expression) {
        try {
            return Optional.of(Constants.evaluate(expression));
        } catch (EvaluationException refusal) {
            return Optional.empty();
        }
    }

    private Optional<UnaryTest> tests(UnaryTests tests) {
        if (tests.any()) {
            return Optional.of(new UnaryTest.Any());
        }
        var each = new ArrayList<UnaryTest>();
        for (var test : tests.tests()) {
            var one = test(test);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            each.add(one.get());
        }
        var all = each.size() == 1 ? each.getFirst() : new UnaryTest.OneOf(each);
        return Optional.of(tests.negated() ? new UnaryTest.Not(all) : all);
    }

    private Optional<UnaryTest> test(Expression test) {
        if (!Constants.isConstant(test)) {
            return Optional.empty();
        }
        return switch (test) {
            case Expression.Comparison(var operator, var end) -> comparison(operator, end);
            case Expression.Interval(var withLow, var low, var high, var withHigh) ->
                    interval(withLow, low, high, withHigh);
            case Expression.ListOf list -> Optional.empty();
            default -> end(test).map(UnaryTest.Equal::new);
        };
    }

    private Optional<UnaryTest> comparison(Operator operator, Expression end) {
        var comparison =
                switch (operator) {
                    case LESS -> Optional.of(Comparison.LESS);
                    case AT_MOST -> Optional.of(Comparison.AT_MOST);
                    case MORE -> Optional.of(Comparison.MORE);
                    case AT_LEAST -> Optional.of(Comparison.AT_LEAST);
                    case EQUAL, NOT_EQUAL, OR, AND, PLUS, MINUS, TIMES, DIVIDED, POWER ->
                            Optional.<Comparison>empty();
                };
        return comparison.flatMap(
                sign -> ordinal(end).map(literal -> new UnaryTest.Ordered(sign, literal)));
    }

    private Optional<UnaryTest> interval(
            boolean withLow, Expression low, Expression high, boolean withHigh) {
        var from = ordinal(low);
        var to = ordinal(high);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().type() != to.get().type()) {
            return mistake("an interval with ends of different types: " + cell.written());
        }
        int order =
                ValueOrder.compare(Constants.value(from.get()), Constants.value(to.get()))
                        .orElseThrow();
        if (order > 0 || (order == 0 && !(withLow && withHigh))) {
            return mistake("an interval that contains no value: " + cell.written());
        }
        return Optional.of(new UnaryTest.Interval(from.get(), withLow, to.get(), withHigh));
    }

    private <T> Optional<T> mistake(String what) {
        problems.add(cell.line(), field, what);
        reported = true;
        return Optional.empty();
    }

    private Optional<Literal> ordinal(Expression end) {
        return end(end).filter(literal ->
                literal.type() == FeelType.NUMBER || literal.type() == FeelType.DATE);
    }

    private Optional<Literal> end(Expression end) {
        var value = value(end);
        boolean written =
                end instanceof Expression.Constant(FeelValue constant) && constant.isNull();
        if (value.isPresent() && value.get().isNull() && !written) {
            return mistake("comes to null: " + cell.written());
        }
        return value.flatMap(Constants::literal);
    }
}
