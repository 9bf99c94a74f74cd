package exeat.rules.dmn.engine;

import exeat.rules.feel.Scope;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.List;

/** A boxed filter: the items of a list that meet a condition (DMN 1.5, 10.2.2). */
record BoxedFilter(CompiledExpression domain, CompiledExpression match) {

    /** The name by which the condition refers to the item. */
    static final String ITEM = "item";

    /** A list, which may be empty; null if the condition is ever neither boolean nor null. */
    FeelValue keep(Scope scope, EvaluationContext run) {
        var values = domain.evaluate(scope, run);
        if (!(values instanceof Items(var items))) {
            throw new EvaluationException("filters something that is not a list");
        }
        run.charge(items.size());
        List<FeelValue> kept = new ArrayList<>();
        for (var item : items) {
            var inner = scope.with(ITEM, item);
            if (item instanceof Context(var entries)) {
                inner = inner.with(entries);
            }
            var met = match.evaluate(inner, run);
            if (!(met instanceof Truth) && !met.isNull()) {
                return Values.NULL;
            }
            if (met.isTrue()) {
                kept.add(item);
            }
        }
        return Values.of(kept);
    }
}
