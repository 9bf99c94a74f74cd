package exeat.rules.dmn.compose;

import exeat.rules.dmn.compose.SymbolicValue.Known;
import exeat.rules.dmn.compose.SymbolicValue.Line;
import exeat.rules.dmn.compose.SymbolicValue.Other;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.Expression.Operator;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates an expression symbolically in a region where each of its names has a single symbolic
 * form. Known values are computed. A monotone function of one fact stays one as long as each step
 * is monotone, and is split where a comparison changes.
 */
final class SymbolicEvaluator {

    private final List<FactDomain> domains;
    private final RegionSplitter splitting;
    private final MonotoneOperations monotone;

    SymbolicEvaluator(List<FactDomain> domains) {
        this.domains = domains;
        this.splitting = new RegionSplitter(domains);
        this.monotone = new MonotoneOperations(domains, splitting);
    }

    RegionSplitter splitting() {
        return splitting;
    }

    List<RegionValue> cases(Expression expression, Map<String, SymbolicValue> names, Region region)
            throws NotProvableException {
        if (Constants.names(expression, names.keySet()).stream()
                .allMatch(name -> names.get(name) instanceof Known)) {
            return List.of(new RegionValue(region, known(expression, names)));
        }
        return switch (expression) {
            case Expression.Name(var name, var type) -> List.of(named(name, names, region));
            case Expression.OpenName(var name) -> List.of(named(name, names, region));
            case Expression.If(var condition, var then, var otherwise) ->
                    choice(cases(condition, names, region), then, otherwise, names);
            case Expression.Negation(var operand) ->
                    each(
                            List.of(operand),
                            names,
                            region,
                            parts -> new Expression.Negation(parts.getFirst()));
            case Expression.Binary(var operator, var left, var right) ->
                    each(
                            List.of(left, right),
                            names,
                            region,
                            parts ->
                                    new Expression.Binary(
                                            operator, parts.getFirst(), parts.getLast()));
            case Expression.Between(var value, var low, var high) ->
                    each(
                            List.of(value, low, high),
                            names,
                            region,
                            parts ->
                                    new Expression.Between(
                                            parts.get(0), parts.get(1), parts.get(2)));
            case Expression.In(var value, var tests)
                    when tests.stream()
                            .allMatch(test -> Constants.names(test, names.keySet()).isEmpty()) ->
                    each(
                            List.of(value),
                            names,
                            region,
                            parts -> new Expression.In(parts.getFirst(), tests));
            case Expression.Path(var base, var member) ->
                    each(
                            List.of(base),
                            names,
                            region,
                            parts -> new Expression.Path(parts.getFirst(), member));
            case Expression.Call(var function, var arguments) when Constants.isConstant(function) ->
                    each(arguments, names, region, parts -> new Expression.Call(function, parts));
            case Expression.ListOf(var items) -> each(items, names, region, Expression.ListOf::new);
            default -> throw new NotProvableException(beyond(expression) + " over " + facts(names));
        };
    }

    private static RegionValue named(String name, Map<String, SymbolicValue> names, Region region) {
        var shape = names.get(name);
        if (shape == null) {
            throw new IllegalStateException("a name without a shape: " + name);
        }
        return new RegionValue(region, shape);
    }

    private static SymbolicValue known(Expression expression, Map<String, SymbolicValue> names)
            throws NotProvableException {
        Map<String, FeelValue> values = new HashMap<>();
        names.forEach((name, shape) -> {
            if (shape instanceof Known(var value)) {
                values.put(name, value);
            }
        });
        try {
            return new Known(Constants.evaluate(expression, values));
        } catch (EvaluationException refusal) {
            throw new NotProvableException(refusal.why());
        }
    }

    private List<RegionValue> choice(
            List<RegionValue> conditions,
            Expression then,
            Expression otherwise,
            Map<String, SymbolicValue> names)
            throws NotProvableException {
        var cases = new ArrayList<RegionValue>();
        for (var one : conditions) {
            if (!(one.shape() instanceof Known(var met))
                    || !(met instanceof FeelValue.Truth || met.isNull())) {
                throw new NotProvableException("its condition is neither true nor false");
            }
            cases.addAll(cases(met.isTrue() ? then : otherwise, names, one.region()));
        }
        return cases;
    }

    /** The cases of an operation, from the cases of its operands. */
    private List<RegionValue> each(
            List<Expression> operands, Map<String, SymbolicValue> names, Region region, Whole whole)
            throws NotProvableException {
        var combined = List.of(new Combination(region, List.of()));
        for (var operand : operands) {
            var more = new ArrayList<Combination>();
            for (var so : combined) {
                for (var one : cases(operand, names, so.region())) {
                    more.add(so.with(one));
                }
            }
            RegionValue.requireFew(more.size());
            combined = more;
        }
        var cases = new ArrayList<RegionValue>();
        for (var one : combined) {
            cases.addAll(operation(one, whole));
        }
        return cases;
    }

    /** An operation on operands. */
    interface Whole {
        Expression of(List<Expression> operands);
    }

    /** A region where the operands evaluated so far have these symbolic values. */
    private record Combination(Region region, List<SymbolicValue> shapes) {
        Combination with(RegionValue one) {
            var more = new ArrayList<>(shapes);
            more.add(one.shape());
            return new Combination(one.region(), List.copyOf(more));
        }
    }

    private List<RegionValue> operation(Combination one, Whole whole) throws NotProvableException {
        var lines = one.shapes().stream().filter(Line.class::isInstance).toList();
        if (lines.isEmpty()) {
            return List.of(new RegionValue(one.region(), overKnown(one.shapes(), whole)));
        }
        if (one.shapes().stream().anyMatch(Other.class::isInstance)) {
            throw new NotProvableException("it combines two facts: " + facts(one.shapes()));
        }
        return monotone.cases(one.region(), one.shapes(), whole);
    }

    /** Computes with known values and with unnamed texts, which equal no other text. */
    private SymbolicValue overKnown(List<SymbolicValue> shapes, Whole whole)
            throws NotProvableException {
        var operands = new ArrayList<Expression>();
        boolean compares =
                whole.of(places(shapes.size())) instanceof Expression.Binary binary
                        && (binary.operator() == Operator.EQUAL
                                || binary.operator() == Operator.NOT_EQUAL);
        for (var shape : shapes) {
            switch (shape) {
                case Known(var value) -> operands.add(new Expression.Constant(value));
                case Other(var fact) -> {
                    var domain = domains.get(fact);
                    boolean isAlone = shapes.stream().filter(Other.class::isInstance).count() == 1;
                    boolean named =
                            shapes.stream()
                                    .allMatch(other ->
                                            !(other instanceof Known(FeelValue.Text(var text)))
                                                    || domain.names(text));
                    if (!compares || !isAlone || !named) {
                        throw new NotProvableException(
                                domain.fact().name()
                                        + " may be any text, so it can only be compared with"
                                        + " texts that the rules name");
                    }
                    operands.add(new Expression.Constant(Values.of(domain.anyOther())));
                }
                case Line line -> throw new IllegalStateException("a line among known values");
            }
        }
        return known(whole.of(operands), Map.of());
    }

    private static List<Expression> places(int count) {
        return Collections.nCopies(count, new Expression.Constant(Values.NULL));
    }

    private String facts(Map<String, SymbolicValue> names) {
        return facts(List.copyOf(names.values()));
    }

    /** The names of the facts behind symbolic values. */
    private String facts(List<SymbolicValue> shapes) {
        return String.join(" and ", MonotoneOperations.facts(shapes, domains));
    }

    private static String beyond(Expression expression) {
        return switch (expression) {
            case Expression.For loop -> "it uses 'for'";
            case Expression.Quantified loop -> "it uses 'some' or 'every'";
            case Expression.Filter filter -> "it filters a list";
            case Expression.ContextOf context -> "it builds a context";
            case Expression.InstanceOf of -> "it uses 'instance of'";
            case Expression.NamedCall call -> "it calls a function with named parameters";
            default -> "it is not a monotone function";
        };
    }
}
