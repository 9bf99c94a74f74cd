package exeat.rules.dmn.compose;

import exeat.rules.dmn.compose.SymbolicValue.Known;
import exeat.rules.dmn.compose.SymbolicValue.Line;
import exeat.rules.dmn.compose.SymbolicValue.Other;
import exeat.rules.dmn.engine.BoxedTable;
import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.dmn.engine.BoxedTable.Rule;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.Scope;
import exeat.rules.feel.UnaryTestEvaluator;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The input columns of one table: for each test, the regions of facts that pass it. */
final class InputColumns {

    private record Asked(int column, String test) {}

    private final Composer composer;
    private final WrittenDecision decision;
    private final BoxedTable table;
    private final List<FactDomain> domains;
    private final Map<Integer, List<RegionValue>> columns = new HashMap<>();
    private final Map<Asked, List<Region>> passing = new HashMap<>();

    InputColumns(Composer composer, WrittenDecision decision, BoxedTable table) {
        this.composer = composer;
        this.decision = decision;
        this.table = table;
        this.domains = composer.domains();
    }

    /** The combinations of facts that a rule matches, as disjoint boxes. */
    List<Region> boxes(Rule rule) throws NotProvableException {
        var boxes = List.of(Region.ALL);
        for (int column = 0; column < table.inputs().size(); column++) {
            boxes = and(boxes, passing(column, rule.conditions().get(column)), domains);
        }
        return boxes;
    }

    static List<Region> and(List<Region> one, List<Region> other, List<FactDomain> domains)
            throws NotProvableException {
        var both = new ArrayList<Region>();
        for (var left : one) {
            for (var right : other) {
                left.and(right, domains).ifPresent(both::add);
            }
            RegionValue.requireFew(both.size());
        }
        return Region.merged(both, domains);
    }

    /** The combinations of facts that pass one test of a column, as disjoint boxes. */
    List<Region> passing(int column, Cell<UnaryTests> test) throws NotProvableException {
        if (test.meaning().any()) {
            cases(column);
            return List.of(Region.ALL);
        }
        var asked = new Asked(column, test.written());
        var known = passing.get(asked);
        if (known != null) {
            return known;
        }
        try {
            var regions = new ArrayList<Region>();
            for (var one : cases(column)) {
                regions.addAll(passing(one, test.meaning()));
            }
            var merged = Region.merged(regions, domains);
            passing.put(asked, merged);
            return merged;
        } catch (NotProvableException beyond) {
            throw beyond.in(
                    decision.name() + ", " + table.inputs().get(column).expression().written(),
                    test.line());
        }
    }

    private List<Region> passing(RegionValue one, UnaryTests tests) throws NotProvableException {
        return switch (one.shape()) {
            case Known(var value) -> passes(tests, value) ? List.of(one.region()) : List.of();
            case Line line ->
                    composer
                            .symbolic()
                            .splitting()
                            .split(
                                    one.region(),
                                    line,
                                    CutPoints.of(tests.tests()),
                                    value -> Values.of(passesOrRefuses(tests, value)))
                            .stream()
                            .filter(part -> part.shape().equals(new Known(Values.TRUE)))
                            .map(RegionValue::region)
                            .toList();
            case Other(var fact) -> {
                var domain = domains.get(fact);
                var named = CutPoints.named(tests.tests());
                boolean isPlain =
                        named.isPresent()
                                && named.get().stream()
                                        .allMatch(value ->
                                                value.isNull()
                                                        || (value
                                                                        instanceof
                                                                        FeelValue.Text(var text)
                                                                && domain.names(text)));
                if (!isPlain) {
                    throw new NotProvableException(
                            domain.fact().name()
                                    + " may be any text, so it can only be compared with texts"
                                    + " that the rules name");
                }
                yield passes(tests, Values.of(domain.anyOther()))
                        ? List.of(one.region())
                        : List.of();
            }
        };
    }

    private static boolean passes(UnaryTests tests, FeelValue value) throws NotProvableException {
        if (!tests.tests().stream().allMatch(InputColumns::speaksOfInputAlone)) {
            throw new NotProvableException("it tests against something that is not a constant");
        }
        try {
            return passesOrRefuses(tests, value);
        } catch (EvaluationException refusal) {
            throw new NotProvableException("it " + refusal.why());
        }
    }

    private static boolean speaksOfInputAlone(exeat.rules.feel.syntax.Expression test) {
        return Constants.isConstantOf(test, UnaryTestEvaluator.INPUT);
    }

    private static boolean passesOrRefuses(UnaryTests tests, FeelValue value) {
        return UnaryTestEvaluator.passes(tests, value, Scope.library(), Constants.run());
    }

    /** The value of the column's expression, restricted to the declared type and values. */
    List<RegionValue> cases(int column) throws NotProvableException {
        var known = columns.get(column);
        if (known != null) {
            return known;
        }
        var input = table.inputs().get(column);
        try {
            var cases = composer.expression(decision, input.expression().meaning());
            for (var one : cases) {
                requireTyped(one, input.type());
                if (input.allowed().isPresent()) {
                    requireAllowed(one, input.allowed().get().meaning());
                }
            }
            columns.put(column, cases);
            return cases;
        } catch (NotProvableException beyond) {
            throw beyond.in(decision.name() + ", " + input.expression().written(), input.line());
        }
    }

    private void requireTyped(RegionValue one, Type type) throws NotProvableException {
        if (one.shape() instanceof Known(var value)) {
            try {
                if (Conformance.convert(value, type, Constants.run())
                        .filter(value::equals)
                        .isEmpty()) {
                    throw new NotProvableException(
                            "it may be " + value + ", which is not of the declared type");
                }
            } catch (EvaluationException refusal) {
                throw new NotProvableException("it " + refusal.why());
            }
        } else {
            composer.requireOfType(one, type);
        }
    }

    private void requireAllowed(RegionValue one, UnaryTests allowed) throws NotProvableException {
        boolean isNull = one.shape() instanceof Known(var value) && value.isNull();
        var within = passing(one, allowed);
        var left = List.of(one.region());
        for (var region : within) {
            left = left.stream().flatMap(part -> part.minus(region, domains).stream()).toList();
        }
        if (!isNull && !left.isEmpty()) {
            throw new NotProvableException("its input values leave out some values of the fact");
        }
    }
}
