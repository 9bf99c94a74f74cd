package exeat.rules.dmn.engine;

import exeat.rules.feel.Scope;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.List;

/** A boxed iterator: for, some or every (DMN 1.5, 10.2.2.9 and 10.2.2.11). */
record BoxedLoop(String variable, CompiledExpression domain, CompiledExpression body) {

    FeelValue collect(Scope scope, EvaluationContext run) {
        var values = domain.evaluate(scope, run);
        if (values.isNull()) {
            return values;
        }
        List<FeelValue> results = new ArrayList<>();
        for (var value : items(values, run)) {
            run.charge(results.size());
            var inner = scope.with(variable, value).with("partial", Values.of(results));
            results.add(body.evaluate(inner, run));
        }
        return Values.of(results);
    }

    /**
     * Some or every. The condition is evaluated for all items, because the result is null if it is
     * ever not a boolean, or if the domain is not a collection.
     */
    FeelValue test(boolean every, Scope scope, EvaluationContext run) {
        var values = domain.evaluate(scope, run);
        if (!(values instanceof Items) && !(values instanceof Range)) {
            return Values.NULL;
        }
        boolean open = false;
        boolean decided = false;
        for (var value : items(values, run)) {
            var met = body.evaluate(scope.with(variable, value), run);
            if (!(met instanceof Truth) && !met.isNull()) {
                return Values.NULL;
            }
            open |= met.isNull();
            decided |= !met.isNull() && met.isTrue() != every;
        }
        if (decided) {
            return Values.of(!every);
        }
        return open ? Values.NULL : Values.of(every);
    }

    private static List<FeelValue> items(FeelValue values, EvaluationContext run) {
        if (values instanceof Items(var items)) {
            run.charge(items.size());
            return items;
        }
        throw new EvaluationException("iterates over something that is not a list");
    }
}
