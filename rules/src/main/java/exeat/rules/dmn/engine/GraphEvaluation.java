package exeat.rules.dmn.engine;

import exeat.rules.feel.FunctionCalls;
import exeat.rules.feel.Scope;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.FeelValue.Parameter;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One evaluation of a graph over given values. Each element is evaluated at most once. Owned by one
 * thread.
 */
final class GraphEvaluation {

    private final EvaluationContext run;
    private final Map<String, FeelValue> values = new HashMap<>();

    /**
     * @param given given values, by the id of the element that each replaces
     */
    GraphEvaluation(Map<String, FeelValue> given, EvaluationContext run) {
        this.run = run;
        values.putAll(given);
    }

    FeelValue value(GraphElement unit) {
        var known = Optional.ofNullable(values.get(unit.id()));
        if (known.isPresent()) {
            return known.get();
        }
        try {
            run.enter();
            var value =
                    switch (unit) {
                        case GraphElement.Input input -> Values.NULL;
                        case GraphElement.Decision decision ->
                                decision.code().evaluate(scope(decision.required()), run);
                        case GraphElement.Knowledge knowledge -> knowledge(knowledge);
                        case GraphElement.Imported imported -> context(imported.members());
                        case GraphElement.Service service -> service(service);
                    };
            run.leave();
            values.put(unit.id(), value);
            return value;
        } catch (EvaluationException refusal) {
            throw refusal.within(unit.name());
        }
    }

    private Context context(List<GraphElement> units) {
        SequencedMap<String, FeelValue> members = new LinkedHashMap<>();
        units.forEach(unit -> members.put(unit.name(), value(unit)));
        return new Context(members);
    }

    private Scope scope(List<GraphElement> required) {
        Map<String, FeelValue> names = new HashMap<>();
        required.forEach(unit -> names.put(unit.name(), value(unit)));
        return Scope.library().with(names);
    }

    private FeelValue knowledge(GraphElement.Knowledge knowledge) {
        var scope = scope(knowledge.required());
        return FunctionCalls.function(
                knowledge.parameters(),
                knowledge.result(),
                (bound, inner) -> {
                    try {
                        return knowledge.body().evaluate(scope.with(bound), inner);
                    } catch (EvaluationException refusal) {
                        throw refusal.within(knowledge.name());
                    }
                });
    }

    /** A service called as a function: its inputs are exactly the arguments. */
    private static FeelValue service(GraphElement.Service service) {
        var parameters =
                service.given().stream().map(unit -> new Parameter(unit.name(), Any.ANY)).toList();
        return FunctionCalls.function(
                parameters,
                service.result(),
                (bound, inner) -> {
                    Map<String, FeelValue> given = new HashMap<>();
                    for (var unit : service.given()) {
                        var value = Optional.ofNullable(bound.get(unit.name())).orElseThrow();
                        var typed = Conformance.convert(value, unit.type(), inner);
                        if (typed.isEmpty()) {
                            return Values.NULL;
                        }
                        given.put(unit.id(), typed.get());
                    }
                    return new GraphEvaluation(given, inner).outputs(service);
                });
    }

    /**
     * A service called from outside: its input data and input decisions are its parameters, so one
     * that was not supplied is null and is never evaluated (DMN 1.5, 10.4).
     */
    FeelValue answer(GraphElement.Service service) {
        service.given().forEach(unit -> values.putIfAbsent(unit.id(), Values.NULL));
        return outputs(service);
    }

    /** The value of a single output decision, or a context of all output decisions. */
    private FeelValue outputs(GraphElement.Service service) {
        if (service.outputs().size() == 1) {
            var value = value(service.outputs().getFirst());
            return Conformance.coerce(value, service.result(), run);
        }
        return Conformance.coerce(context(service.outputs()), service.result(), run);
    }
}
