package exeat.rules.dmn.engine;

import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.HitPolicy.Aggregation;
import exeat.rules.dmn.engine.BoxedTable.Input;
import exeat.rules.dmn.engine.BoxedTable.Output;
import exeat.rules.dmn.engine.BoxedTable.Rule;
import exeat.rules.feel.Interpreter;
import exeat.rules.feel.Scope;
import exeat.rules.feel.UnaryTestEvaluator;
import exeat.rules.feel.functions.BuiltinFunctions;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.Equality;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Arguments;
import exeat.rules.feel.value.FeelValue.Context;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Evaluates a decision table: its hit policy's answer for the matching rules (DMN 1.5, 8.2.8). */
public record TableEvaluator(BoxedTable table) implements CompiledExpression {

    @Override
    public FeelValue evaluate(Scope scope, EvaluationContext run) {
        var values = table.inputs().stream().map(input -> value(input, scope, run)).toList();
        return answer(
                table.rules().stream().filter(rule -> matches(rule, values, scope, run)).toList(),
                scope,
                run);
    }

    /**
     * The table's answer if exactly these rules match.
     *
     * @param matching in table order
     */
    public FeelValue answer(List<Rule> matching, Scope scope, EvaluationContext run) {
        return matching.isEmpty() ? otherwise(scope, run) : answerOf(matching, scope, run);
    }

    private HitPolicy policy() {
        return table.policy();
    }

    private List<Output> outputs() {
        return table.outputs();
    }

    private static FeelValue value(Input input, Scope scope, EvaluationContext run) {
        var value = Interpreter.evaluate(input.expression().meaning(), scope, run);
        var typed =
                Conformance.convert(value, input.type(), run)
                        .orElseThrow(
                                () -> new EvaluationException("has an input of the wrong type"));
        if (input.allowed().isPresent()
                && !UnaryTestEvaluator.passes(input.allowed().get().meaning(), typed, scope, run)) {
            throw new EvaluationException("has an input that is not among the input values");
        }
        return typed;
    }

    private static boolean matches(
            Rule rule, List<FeelValue> values, Scope scope, EvaluationContext run) {
        run.charge(1);
        for (int at = 0; at < values.size(); at++) {
            if (!UnaryTestEvaluator.passes(
                    rule.conditions().get(at).meaning(), values.get(at), scope, run)) {
                return false;
            }
        }
        return true;
    }

    private FeelValue otherwise(Scope scope, EvaluationContext run) {
        boolean some = outputs().stream().anyMatch(output -> output.otherwise().isPresent());
        boolean all = outputs().stream().allMatch(output -> output.otherwise().isPresent());
        if (some && !all) {
            throw new EvaluationException("has a default for some outputs but not for all");
        }
        boolean makesOne =
                policy() instanceof HitPolicy.Single
                        || (policy() instanceof HitPolicy.Collect(var aggregation)
                                && aggregation.isPresent()
                                && all);
        if (!makesOne) {
            throw new EvaluationException("collects outputs, but no rule matches");
        }
        return all
                ? composed(
                        outputs().stream()
                                .map(output -> output.otherwise().orElseThrow())
                                .map(code -> Interpreter.evaluate(code, scope, run))
                                .toList())
                : Values.NULL;
    }

    private FeelValue answerOf(List<Rule> matching, Scope scope, EvaluationContext run) {
        if (policy() == HitPolicy.Single.FIRST) {
            return composed(results(matching.getFirst(), scope, run));
        }
        if (policy() == HitPolicy.Single.UNIQUE && matching.size() > 1) {
            throw new EvaluationException("is UNIQUE, and " + matching.size() + " rules match");
        }
        var hits = matching.stream().map(rule -> results(rule, scope, run)).toList();
        return switch (policy()) {
            case HitPolicy.Single single ->
                    switch (single) {
                        case UNIQUE, FIRST -> composed(hits.getFirst());
                        case ANY -> composed(any(hits, run));
                        case PRIORITY -> composed(ranked(hits, scope, run).getFirst());
                    };
            case HitPolicy.Multiple multiple ->
                    switch (multiple) {
                        case RULE_ORDER -> all(hits);
                        case OUTPUT_ORDER -> all(ranked(hits, scope, run));
                    };
            case HitPolicy.Collect(var aggregation) ->
                    aggregation.isPresent() ? aggregated(aggregation.get(), hits, run) : all(hits);
        };
    }

    private List<FeelValue> results(Rule rule, Scope scope, EvaluationContext run) {
        List<FeelValue> results = new ArrayList<>();
        for (int at = 0; at < outputs().size(); at++) {
            var output = outputs().get(at);
            var value = Interpreter.evaluate(rule.results().get(at).meaning(), scope, run);
            var typed =
                    Conformance.convert(value, output.type(), run)
                            .orElseThrow(() ->
                                    new EvaluationException("has an output of the wrong type"));
            if (output.order().isPresent()
                    && !UnaryTestEvaluator.passes(
                            output.order().get().meaning(), typed, scope, run)) {
                throw new EvaluationException("has an output that is not among the output values");
            }
            results.add(typed);
        }
        return results;
    }

    private static List<FeelValue> any(List<List<FeelValue>> hits, EvaluationContext run) {
        var first = hits.getFirst();
        for (var hit : hits) {
            if (!Equality.isEqual(Values.of(first), Values.of(hit), run)) {
                throw new EvaluationException("has hit policy ANY, but the matching rules differ");
            }
        }
        return first;
    }

    /** Compares by the position of each output among its output values, the first column first. */
    private List<List<FeelValue>> ranked(
            List<List<FeelValue>> hits, Scope scope, EvaluationContext run) {
        record Ranked(List<FeelValue> hit, List<Integer> places) {}
        Comparator<Ranked> order =
                (one, other) -> {
                    for (int at = 0; at < one.places().size(); at++) {
                        int sign = Integer.compare(one.places().get(at), other.places().get(at));
                        if (sign != 0) {
                            return sign;
                        }
                    }
                    return 0;
                };
        return hits.stream()
                .map(hit -> new Ranked(hit, places(hit, scope, run)))
                .sorted(order)
                .map(Ranked::hit)
                .toList();
    }

    private List<Integer> places(List<FeelValue> hit, Scope scope, EvaluationContext run) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < hit.size(); at++) {
            var order = outputs().get(at).order();
            if (order.isPresent()) {
                places.add(place(hit.get(at), order.get().meaning(), scope, run));
            }
        }
        return places;
    }

    private static int place(
            FeelValue value, UnaryTests order, Scope scope, EvaluationContext run) {
        for (int at = 0; at < order.tests().size(); at++) {
            var one = new UnaryTests(false, false, List.of(order.tests().get(at)));
            if (UnaryTestEvaluator.passes(one, value, scope, run)) {
                return at;
            }
        }
        return order.tests().size();
    }

    private FeelValue composed(List<FeelValue> results) {
        if (outputs().size() == 1) {
            return results.getFirst();
        }
        SequencedMap<String, FeelValue> entries = new LinkedHashMap<>();
        for (int at = 0; at < outputs().size(); at++) {
            entries.put(outputs().get(at).name(), results.get(at));
        }
        return new Context(entries);
    }

    private FeelValue all(List<List<FeelValue>> hits) {
        return Values.of(hits.stream().map(this::composed).toList());
    }

    private static FeelValue aggregated(
            Aggregation aggregation, List<List<FeelValue>> hits, EvaluationContext run) {
        var values = hits.stream().map(List::getFirst).toList();
        if (aggregation == Aggregation.COUNT) {
            return count(values, run);
        }
        var function =
                switch (aggregation) {
                    case SUM -> "sum";
                    case MIN -> "min";
                    case MAX -> "max";
                    case COUNT -> "count";
                };
        return call(function, values, run);
    }

    /** Versions of the standard differ on whether equal outputs count once. */
    private static FeelValue count(List<FeelValue> values, EvaluationContext run) {
        var counted = call("count", values, run);
        if (!(call("distinct values", values, run) instanceof FeelValue.Items(var different))
                || different.size() != values.size()) {
            throw new EvaluationException("counts outputs, and some are equal");
        }
        return counted;
    }

    private static FeelValue call(String function, List<FeelValue> values, EvaluationContext run) {
        var arguments = new Arguments.Positional(List.of(Values.of(values)));
        return Optional.ofNullable(BuiltinFunctions.ALL.get(function))
                .orElseThrow()
                .body()
                .call(arguments, run);
    }
}
