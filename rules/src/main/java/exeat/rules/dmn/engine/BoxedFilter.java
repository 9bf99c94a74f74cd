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

    /** The condition's name for the item that it is asked of. */
    static final String ITEM = "item";

    /** A list, also of none or one; null where the condition is once neither boolean nor null. */
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
