package exeat.rules.feel;

import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Filters a list: one item by position, or all items that meet a condition (DMN 1.5, 10.3.2). */
final class ListFilters {

    private static final String ITEM = "item";

    private ListFilters() {}

    static FeelValue filter(Expression.Filter filter, Scope scope, EvaluationContext run) {
        var base = Interpreter.evaluate(filter.base(), scope, run);
        boolean byNull =
                filter.condition() instanceof Expression.Constant(var value) && value.isNull();
        if (base.isNull() || byNull) {
            throw new EvaluationException("filters null, or by null");
        }
        var items = base instanceof Items(var own) ? own : List.of(base);
        var condition = filter.condition();
        run.charge(items.size());
        boolean ofItem = StaticCheck.isOpen(condition) || speaksOfItems(condition, items);
        if (!isCondition(condition) && !ofItem) {
            var chosen = Interpreter.evaluate(condition, scope, run);
            if (chosen instanceof Num(var position)) {
                return at(items, position);
            }
        }
        return Values.of(meeting(items, condition, scope, run));
    }

    private static boolean speaksOfItems(Expression condition, List<FeelValue> items) {
        return StaticCheck.mentions(condition, ITEM)
                || items.stream()
                        .anyMatch(item ->
                                item instanceof Context(var entries)
                                        && entries.keySet().stream()
                                                .anyMatch(name ->
                                                        StaticCheck.mentions(condition, name)));
    }

    /** Whether its form alone shows that it is boolean. */
    private static boolean isCondition(Expression condition) {
        return switch (condition) {
            case Expression.Binary(var operator, var left, var right) ->
                    operator.compareTo(Expression.Operator.AT_LEAST) <= 0;
            case Expression.Between between -> true;
            case Expression.In in -> true;
            case Expression.InstanceOf instance -> true;
            case Expression.Quantified quantified -> true;
            default -> false;
        };
    }

    /** Counts from 1, or backwards from the end; null outside the list. */
    private static FeelValue at(List<FeelValue> items, BigDecimal position) {
        if (position.scale() > 0) {
            throw new EvaluationException("takes an item at a position with a fraction");
        }
        var size = BigDecimal.valueOf(items.size());
        if (position.signum() == 0 || position.abs().compareTo(size) > 0) {
            return Values.NULL;
        }
        int at = position.intValueExact();
        return items.get(at > 0 ? at - 1 : items.size() + at);
    }

    private static List<FeelValue> meeting(
            List<FeelValue> items, Expression condition, Scope scope, EvaluationContext run) {
        List<FeelValue> kept = new ArrayList<>();
        for (var item : items) {
            var inner = scope.with(ITEM, item);
            if (item instanceof Context(var entries)) {
                inner = inner.with(entries); // An entry called item hides the item.
            }
            var met = Interpreter.evaluate(condition, inner, run);
            if (!(met instanceof Truth) && !met.isNull()) {
                throw new EvaluationException("filters by what is neither true nor false");
            }
            if (met.isTrue()) {
                kept.add(item);
            }
        }
        return kept;
    }
}
