package exeat.rules.dmn.compose;

import exeat.rules.dmn.DecisionModel.Condition;
import exeat.rules.dmn.DecisionModel.Row;
import exeat.rules.dmn.DecisionModel.Sheet;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.compose.SymbolicValue.Known;
import exeat.rules.dmn.engine.BoxedTable;
import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.dmn.engine.BoxedTable.Input;
import exeat.rules.dmn.engine.BoxedTable.Rule;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Conformance;
import exeat.rules.feel.value.Type;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Flattens a decision table from expressions to facts. A column that is a fact stays; the tests on
 * all other columns become boxes of facts, and each rule becomes one rule per box.
 */
final class TableFlattener {

    private static final UnaryTest ANY = new UnaryTest.Any();
    private static final UnaryTest NONE = new UnaryTest.OneOf(List.of());

    /** The most rules that one table is composed into. */
    private static final int MAX_RULES = 20_000;

    private final Composer composer;
    private final WrittenDecision decision;
    private final BoxedTable table;
    private final boolean part;
    private final List<FactDomain> domains;
    private final ProblemCollector problems;
    private final InputColumns columns;

    /** The fact that each column reads; absent if it is another expression. */
    private final List<Optional<Integer>> bare = new ArrayList<>();

    /** Columns with an unknown name, which is already reported. */
    private final Set<Integer> unknown = new HashSet<>();

    /**
     * The facts of the flat table: those that are columns, then those that the other columns read.
     */
    private final List<Integer> order = new ArrayList<>();

    private final List<Row> rows = new ArrayList<>();

    TableFlattener(
            Composer composer,
            WrittenDecision decision,
            BoxedTable table,
            boolean part,
            ProblemCollector problems) {
        this.composer = composer;
        this.decision = decision;
        this.table = table;
        this.part = part;
        this.domains = composer.domains();
        this.problems = problems;
        this.columns = new InputColumns(composer, decision, table);
        for (var input : table.inputs()) {
            var fact =
                    input.expression().meaning() instanceof Expression.Name(var name, var type)
                            ? composer.fact(decision, name)
                            : Optional.<Integer>empty();
            if (input.expression().meaning() instanceof Expression.Name(var name, var type)
                    && !composer.names(decision).contains(name)) {
                unknown.add(bare.size());
            }
            bare.add(fact);
            fact.filter(known -> !order.contains(known)).ifPresent(order::add);
        }
    }

    /** A rule's tests: conditions on columns that are facts, and boxes for all others. */
    private record Asked(Rule rule, Map<Integer, UnaryTest> plain, List<Region> boxes) {}

    /** The sheet, as far as it was worked out. */
    Sheet sheet() {
        var all = new ArrayList<>(rows);
        for (var rule : table.rules().subList(rows.size(), table.rules().size())) {
            all.add(row(rule, Map.of(), Map.of()));
        }
        return new Sheet(decision.name(), table.line(), part, all);
    }

    /** Every answer of a requested decision comes from a rule. */
    private void requireRules() {
        if (part) {
            return;
        }
        if (table.policy() instanceof HitPolicy.Collect(var aggregation)
                && aggregation.isPresent()) {
            problems.add(
                    table.line(), "aggregation", "is not supported here: " + aggregation.get());
        }
        for (var output : table.outputs()) {
            if (output.otherwise().isPresent()) {
                problems.add(
                        output.line(),
                        "defaultOutputEntry",
                        "is not supported here: write a last rule for all other cases");
            }
        }
    }

    /** The table; empty if a problem was reported. */
    Optional<DecisionTable> table() throws NotProvableException {
        requireRules();
        for (int at = 0; at < table.inputs().size(); at++) {
            if (bare.get(at).isEmpty() && !unknown.contains(at)) {
                columns.cases(at);
            } else if (bare.get(at).isPresent()
                    && table.inputs().get(at).type() instanceof Type.Constrained type) {
                requireType(at, bare.get(at).get(), type);
            }
            if (bare.get(at).isPresent() && !isPlain(table.inputs().get(at))) {
                columns.cases(at); // Input values that are no plain test must leave nothing out.
            }
        }
        var asked = new ArrayList<Asked>();
        for (var rule : table.rules()) {
            var one = asked(rule);
            one.filter(read -> read.rule().whole()).ifPresent(asked::add);
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var outputs = new OutputColumns(composer, decision, table, part, problems);
        var pieces = pieces(asked, outputs);
        addFactsOf(pieces);
        var rules = pieces.stream().map(this::rule).toList();
        return Optional.of(
                new DecisionTable(
                        decision.name(),
                        table.line(),
                        table.policy(),
                        order.stream().map(this::input).toList(),
                        outputs.columns(),
                        table.annotations(),
                        rules));
    }

    private DecisionTable.Input input(int fact) {
        int column = bare.indexOf(Optional.of(fact));
        var name = domains.get(fact).fact().name();
        if (column < 0) {
            return new DecisionTable.Input(table.line(), name, Optional.empty(), ANY);
        }
        var input = table.inputs().get(column);
        var allowed = allowed(input);
        return new DecisionTable.Input(input.line(), name, type(input), allowed);
    }

    /** A type with its own allowed values must allow every value of the fact. */
    private void requireType(int column, int fact, Type.Constrained type)
            throws NotProvableException {
        var input = table.inputs().get(column);
        if (!(domains.get(fact).fact().sort() instanceof InputFact.Sort.Listed(var values))) {
            throw new NotProvableException("its declared type allows only some values of the fact")
                    .in(decision.name() + ", " + input.expression().written(), input.line());
        }
        for (var literal : values) {
            var value = Constants.value(literal);
            if (Conformance.convert(value, type, Constants.run()).isEmpty()) {
                problems.add(
                        input.line(),
                        input.expression().written(),
                        "its type does not allow a value of the fact: " + value);
            }
        }
    }

    private UnaryTest allowed(Input input) {
        return input.allowed()
                .flatMap(cell ->
                        ConstantTests.of(cell, input.expression().written(), problems).test())
                .orElse(ANY);
    }

    private boolean isPlain(Input input) {
        return input.allowed()
                .map(cell ->
                        ConstantTests.of(
                                cell, input.expression().written(), new ProblemCollector()))
                .map(read -> read.test().isPresent() || read.reported())
                .orElse(true);
    }

    private Optional<FeelType> type(Input input) {
        if (input.type() instanceof Type.Any) {
            return Optional.empty();
        }
        var type = TypeMapping.of(input.type());
        if (type.isEmpty()) {
            problems.add(
                    input.line(),
                    input.expression().written(),
                    "has another type than the" + " fact");
        }
        return type;
    }

    private Optional<Asked> asked(Rule rule) throws NotProvableException {
        var plain = new HashMap<Integer, UnaryTest>();
        var boxesOf = new HashMap<Integer, List<Region>>();
        var boxes = List.of(Region.ALL);
        boolean sound = true;
        for (int at = 0; at < table.inputs().size(); at++) {
            var cell = rule.conditions().get(at);
            var fact = bare.get(at);
            if (fact.isPresent()) {
                var read =
                        ConstantTests.of(
                                cell, table.inputs().get(at).expression().written(), problems);
                sound &= !read.reported();
                if (read.reported()) {
                    continue;
                }
                var test = read.test().isPresent() ? read.test().get() : test(at, cell, fact.get());
                plain.put(fact.get(), test);
            } else if (!unknown.contains(at)) {
                boxesOf.put(at, columns.passing(at, cell));
                boxes = InputColumns.and(boxes, boxesOf.get(at), domains);
            }
        }
        rows.add(row(rule, plain, boxesOf));
        return sound ? Optional.of(new Asked(rule, plain, boxes)) : Optional.empty();
    }

    /** Converts a complex test of a fact to a plain one. */
    private UnaryTest test(int column, Cell<UnaryTests> cell, int fact)
            throws NotProvableException {
        var values = IntervalSet.NONE;
        for (var region : columns.passing(column, cell)) {
            values = values.or(region.of(fact, domains));
        }
        return values.isEmpty() ? NONE : domains.get(fact).test(values);
    }

    /** A rule's outputs in one box of facts; a rule that never matches has no box. */
    private record Piece(
            Asked asked, Optional<Region> region, List<DecisionTable.Cell<Literal>> outputs) {}

    private static List<Piece> pieces(List<Asked> asked, OutputColumns outputs)
            throws NotProvableException {
        var pieces = new ArrayList<Piece>();
        for (var one : asked) {
            int before = pieces.size();
            for (var box : one.boxes()) {
                for (var given : outputs.of(one.rule(), box)) {
                    pieces.add(new Piece(one, Optional.of(given.region()), given.outputs()));
                }
            }
            if (pieces.size() == before) {
                // Kept, so that it is reported as never matching.
                var any = outputs.of(one.rule(), Region.ALL).getFirst();
                pieces.add(new Piece(one, Optional.empty(), any.outputs()));
            }
            if (pieces.size() > MAX_RULES) {
                throw new NotProvableException(
                        "it needs more than " + MAX_RULES + " rules over facts");
            }
        }
        return pieces;
    }

    /** Facts that are not columns: those read by other columns or by outputs. */
    private void addFactsOf(List<Piece> pieces) {
        var more = new TreeSet<Integer>();
        for (var piece : pieces) {
            piece.asked().boxes().forEach(box -> more.addAll(box.sets().keySet()));
            piece.region().ifPresent(region -> more.addAll(region.sets().keySet()));
        }
        order.forEach(more::remove);
        order.addAll(more);
        if (order.isEmpty()) {
            order.add(0); // A rule needs something to be asked of.
        }
    }

    private DecisionTable.Rule rule(Piece piece) {
        var conditions = conditions(piece.asked(), piece.region().orElse(Region.ALL));
        if (piece.region().isEmpty()) {
            conditions.set(0, NONE);
        }
        return rule(piece.asked().rule(), conditions, piece.outputs());
    }

    private List<UnaryTest> conditions(Asked one, Region box) {
        var conditions = new ArrayList<UnaryTest>();
        for (int fact : order) {
            var plain = one.plain().getOrDefault(fact, ANY);
            var composed = box.sets().get(fact);
            if (composed == null) {
                conditions.add(plain);
            } else {
                var domain = domains.get(fact);
                var both =
                        plain instanceof UnaryTest.Any
                                ? composed
                                : composed.and(PassingValues.of(plain, domain));
                conditions.add(both.isEmpty() ? NONE : domain.test(both));
            }
        }
        return conditions;
    }

    private static DecisionTable.Rule rule(
            Rule rule, List<UnaryTest> conditions, List<DecisionTable.Cell<Literal>> outputs) {
        return new DecisionTable.Rule(
                rule.line(),
                rule.id(),
                conditions.stream().map(test -> new DecisionTable.Cell<>("", test)).toList(),
                outputs,
                rule.annotations());
    }

    private Row row(Rule rule, Map<Integer, UnaryTest> plain, Map<Integer, List<Region>> boxesOf) {
        var conditions = new ArrayList<Condition>();
        for (int at = 0; at < table.inputs().size(); at++) {
            var cell = rule.conditions().get(at);
            if (!cell.meaning().any()) {
                var fact = bare.get(at);
                var written = table.inputs().get(at).expression().written();
                List<Map<String, UnaryTest>> boxes =
                        fact.isPresent() && plain.containsKey(fact.get())
                                ? List.of(Map.of(written, plain.get(fact.get())))
                                : boxesOf.getOrDefault(at, List.of()).stream()
                                        .map(this::tests)
                                        .toList();
                conditions.add(new Condition(written, cell.written(), boxes));
            }
        }
        var outputs = new LinkedHashMap<String, String>();
        for (int at = 0; at < table.outputs().size(); at++) {
            outputs.put(table.outputs().get(at).name(), rule.results().get(at).written());
        }
        var annotations = new TreeMap<String, String>();
        table.annotations()
                .forEach(column ->
                        table.annotation(rule, column)
                                .ifPresent(text -> annotations.put(column, text)));
        return new Row(rule.line(), rule.id(), conditions, outputs, annotations);
    }

    private Map<String, UnaryTest> tests(Region region) {
        var tests = new TreeMap<String, UnaryTest>();
        region.sets()
                .forEach((fact, values) ->
                        tests.put(domains.get(fact).fact().name(), domains.get(fact).test(values)));
        return tests;
    }

    /** Whether an expression's symbolic value is one known value. */
    static Optional<Literal> literal(SymbolicValue shape) {
        return shape instanceof Known(var value) ? Constants.literal(value) : Optional.empty();
    }
}
