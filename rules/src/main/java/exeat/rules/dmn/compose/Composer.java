package exeat.rules.dmn.compose;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.compose.SymbolicValue.Known;
import exeat.rules.dmn.compose.SymbolicValue.Line;
import exeat.rules.dmn.engine.DecisionResult;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Composes facts, decisions and expressions over regions of facts. */
final class Composer {

    private final List<FactDomain> domains;
    private final Map<String, Integer> facts = new HashMap<>();
    private final Map<String, WrittenDecision> decisions = new HashMap<>();
    private final Map<String, List<RegionValue>> composed = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final SymbolicEvaluator symbolic;

    Composer(List<FactDomain> domains, List<WrittenDecision> decisions) {
        this.domains = List.copyOf(domains);
        this.symbolic = new SymbolicEvaluator(this.domains);
        for (int at = 0; at < domains.size(); at++) {
            facts.put(domains.get(at).fact().name(), at);
        }
        decisions.forEach(decision -> this.decisions.put(decision.id(), decision));
    }

    List<FactDomain> domains() {
        return domains;
    }

    SymbolicEvaluator symbolic() {
        return symbolic;
    }

    /**
     * The fact that a name stands for in a decision; empty if it stands for no fact, or for a
     * required decision.
     */
    Optional<Integer> fact(WrittenDecision decision, String name) {
        boolean hidden = required(decision).containsKey(name);
        return hidden ? Optional.empty() : Optional.ofNullable(facts.get(name));
    }

    /** The decisions that a decision requires, by name, as far as they could be read. */
    private Map<String, WrittenDecision> required(WrittenDecision decision) {
        var required = new LinkedHashMap<String, WrittenDecision>();
        for (var one : decision.required()) {
            var other = decisions.get(one.id());
            if (other != null) {
                required.putIfAbsent(one.name(), other);
            }
        }
        return required;
    }

    /** What a name stands for in a decision. */
    private List<RegionValue> named(WrittenDecision decision, String name)
            throws NotProvableException {
        var other = required(decision).get(name);
        if (other != null) {
            return decision(other);
        }
        var fact = Optional.ofNullable(facts.get(name));
        return ofFact(fact.orElseThrow(() -> new NotProvableException("it uses " + name)));
    }

    private List<RegionValue> ofFact(int fact) throws NotProvableException {
        var domain = domains.get(fact);
        var cases = new ArrayList<RegionValue>();
        if (!domain.ordinals().isEmpty()) {
            Region.ALL
                    .with(fact, domain.ordinals(), domains)
                    .ifPresent(region ->
                            cases.add(
                                    new RegionValue(region, new Line(fact, true, domain::value))));
        }
        for (var point : domain.points().entrySet()) {
            var region =
                    Region.ALL.with(fact, IntervalSet.of(point.getValue()), domains).orElseThrow();
            cases.add(new RegionValue(region, shape(fact, point.getKey())));
        }
        RegionValue.requireFew(cases.size());
        return cases;
    }

    private SymbolicValue shape(int fact, Literal point) {
        return domains.get(fact).isAnyOther(point)
                ? new SymbolicValue.Other(fact)
                : new Known(Constants.value(point));
    }

    /** The names that a decision's expressions may use: facts and the decisions it requires. */
    Set<String> names(WrittenDecision decision) {
        var names = new HashSet<>(facts.keySet());
        names.addAll(required(decision).keySet());
        return names;
    }

    /** The symbolic value of an expression of a decision. */
    List<RegionValue> expression(WrittenDecision decision, Expression expression)
            throws NotProvableException {
        return expression(decision, expression, Region.ALL);
    }

    /** Composes an expression within a region. */
    List<RegionValue> expression(WrittenDecision decision, Expression expression, Region within)
            throws NotProvableException {
        var cases = new ArrayList<RegionValue>();
        for (var one : environments(decision, List.of(expression), within)) {
            cases.addAll(symbolic.cases(expression, one.names(), one.region()));
            RegionValue.requireFew(cases.size());
        }
        return RegionValue.merged(cases, domains);
    }

    /** A region in which each name has a single symbolic form. */
    record Environment(Region region, Map<String, SymbolicValue> names) {}

    /** Divides the region so that each name used by the expressions has a single symbolic form. */
    List<Environment> environments(
            WrittenDecision decision, List<Expression> expressions, Region within)
            throws NotProvableException {
        var used = new HashSet<String>();
        for (var expression : expressions) {
            used.addAll(Constants.names(expression, names(decision)));
        }
        var found = List.of(new Environment(within, Map.of()));
        for (var name : used.stream().sorted().toList()) {
            var more = new ArrayList<Environment>();
            for (var so : found) {
                for (var one : named(decision, name)) {
                    so.region()
                            .and(one.region(), domains)
                            .ifPresent(region -> {
                                var names = new HashMap<>(so.names());
                                names.put(name, one.shape());
                                more.add(new Environment(region, names));
                            });
                }
            }
            RegionValue.requireFew(more.size());
            found = more;
        }
        return found;
    }

    /** The symbolic value of a decision. */
    List<RegionValue> decision(WrittenDecision decision) throws NotProvableException {
        var known = composed.get(decision.id());
        if (known != null) {
            return known;
        }
        if (!open.add(decision.id())) {
            throw new NotProvableException("it requires itself")
                    .in(decision.name(), decision.line());
        }
        try {
            var cases = RegionValue.merged(typed(logic(decision), decision.type()), domains);
            composed.put(decision.id(), cases);
            return cases;
        } catch (NotProvableException beyond) {
            throw beyond.in(decision.name(), decision.line());
        } finally {
            open.remove(decision.id());
        }
    }

    private List<RegionValue> logic(WrittenDecision decision) throws NotProvableException {
        return switch (decision.logic()) {
            case WrittenDecision.Logic.Table(var table, var type) ->
                    typed(new TableCases(this, decision, table).cases(), type);
            case WrittenDecision.Logic.Literal(var expression, var type) ->
                    typed(expression(decision, expression.meaning()), type);
            case WrittenDecision.Logic.Other(var element, var line) -> evaluated(decision, element);
        };
    }

    /** Applies a declared type: values of other types become null. */
    private List<RegionValue> typed(List<RegionValue> cases, Type type)
            throws NotProvableException {
        if (type instanceof Type.Any) {
            return cases;
        }
        var typed = new ArrayList<RegionValue>();
        for (var one : cases) {
            if (one.shape() instanceof Known(var value)) {
                var as = coerced(value, type);
                typed.add(new RegionValue(one.region(), new Known(as)));
            } else {
                requireOfType(one, type);
                typed.add(one);
            }
        }
        return typed;
    }

    private static FeelValue coerced(FeelValue value, Type type) throws NotProvableException {
        try {
            return Conformance.coerce(value, type, Constants.run());
        } catch (EvaluationException refusal) {
            throw new NotProvableException("it " + refusal.why());
        }
    }

    /** Throws unless the declared type leaves a monotone function or an unnamed text unchanged. */
    void requireOfType(RegionValue one, Type type) throws NotProvableException {
        if (type instanceof Type.Any) {
            return;
        }
        FeelValue sample =
                switch (one.shape()) {
                    case Known(var value) -> value;
                    case Line line ->
                            RegionSplitter.value(line, one.region().of(line.fact(), domains).low());
                    case SymbolicValue.Other other ->
                            Values.of(domains.get(other.fact()).anyOther());
                };
        boolean plain = type instanceof Type.Simple;
        if (!plain || !coerced(sample, type).equals(sample)) {
            throw new NotProvableException("its declared type allows only some values of the fact");
        }
    }

    /**
     * Computes a decision with the engine, which can do so for any kind of decision if all values
     * are known.
     */
    private List<RegionValue> evaluated(WrittenDecision decision, String element)
            throws NotProvableException {
        var names = new ArrayList<Expression>();
        for (var name : decision.known()) {
            if (facts.containsKey(name)) {
                names.add(new Expression.Name(name, Type.Any.ANY));
            }
        }
        var given = given(decision);
        required(decision)
                .keySet()
                .forEach(name -> names.add(new Expression.Name(name, Type.Any.ANY)));
        var cases = new ArrayList<RegionValue>();
        for (var one : environments(decision, names, Region.ALL)) {
            var values = new HashMap<String, FeelValue>();
            for (var name : one.names().entrySet()) {
                if (!(name.getValue() instanceof Known(var value))) {
                    throw new NotProvableException(
                            "it is a boxed "
                                    + element
                                    + " over "
                                    + name.getKey()
                                    + ", which has infinitely many values");
                }
                values.put(given.getOrDefault(name.getKey(), name.getKey()), value);
            }
            cases.add(new RegionValue(one.region(), new Known(answer(decision, values))));
        }
        return cases;
    }

    /** How the value of each required decision is given, by the decision's name. */
    private static Map<String, String> given(WrittenDecision decision) {
        var given = new HashMap<String, String>();
        decision.required().forEach(one -> given.put(one.name(), one.given()));
        return given;
    }

    private static FeelValue answer(WrittenDecision decision, Map<String, FeelValue> given)
            throws NotProvableException {
        return switch (decision.file().evaluate(given)) {
            case DecisionResult.Known(var value) -> value;
            case DecisionResult.Refused(var element, var why) ->
                    throw new NotProvableException(element + " " + why);
        };
    }
}
