package exeat.rules.dmn.compose;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.DecisionTable.Cell;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.engine.BoxedTable;
import exeat.rules.dmn.engine.BoxedTable.Output;
import exeat.rules.dmn.engine.BoxedTable.Rule;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Type;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outputs of a table's rules, as constants. */
final class OutputColumns {

    private final Optional<Composer> composer;
    private final WrittenDecision decision;
    private final boolean part;
    private final ProblemCollector problems;
    private final List<DecisionTable.Output> columns = new ArrayList<>();

    /**
     * @param part whether the decision only supports others; its outputs may then be of any kind,
     *     because they are compared but not read
     */
    OutputColumns(
            Composer composer,
            WrittenDecision decision,
            BoxedTable table,
            boolean part,
            ProblemCollector problems) {
        this(Optional.of(composer), decision, table, part, problems);
    }

    /** The outputs of a table that is read alone: all of them are constants. */
    OutputColumns(WrittenDecision decision, BoxedTable table, ProblemCollector problems) {
        this(Optional.empty(), decision, table, false, problems);
    }

    private OutputColumns(
            Optional<Composer> composer,
            WrittenDecision decision,
            BoxedTable table,
            boolean part,
            ProblemCollector problems) {
        this.composer = composer;
        this.decision = decision;
        this.part = part;
        this.problems = problems;
        for (var output : table.outputs()) {
            columns.add(
                    new DecisionTable.Output(
                            output.line(), output.name(), type(output), order(output)));
        }
    }

    List<DecisionTable.Output> columns() {
        return columns;
    }

    /** A region and a rule's outputs there. */
    record Given(Region region, List<Cell<Literal>> outputs) {}

    /** A rule's outputs in a box, which is split if an output is a decision. */
    List<Given> of(Rule rule, Region box) throws NotProvableException {
        var given = List.of(new Given(box, List.of()));
        for (int at = 0; at < columns.size(); at++) {
            var more = new ArrayList<Given>();
            for (var so : given) {
                for (var one : values(rule, at, so.region())) {
                    var outputs = new ArrayList<>(so.outputs());
                    outputs.add(one.outputs().getFirst());
                    more.add(new Given(one.region(), List.copyOf(outputs)));
                }
            }
            given = more;
        }
        return given;
    }

    /** A rule's outputs if all are constants; otherwise reports a problem. */
    List<Cell<Literal>> plain(Rule rule) {
        var outputs = new ArrayList<Cell<Literal>>();
        for (int at = 0; at < columns.size(); at++) {
            int place = at;
            var cell = rule.results().get(at);
            var literal = ConstantTests.literal(cell);
            if (literal.isEmpty()) {
                report(cell.line(), columns.get(at).name(), "is no constant: " + cell.written());
            }
            literal.map(one -> given(Region.ALL, rule, place, one).outputs().getFirst())
                    .ifPresent(outputs::add);
        }
        return outputs;
    }

    private List<Given> values(Rule rule, int column, Region region) throws NotProvableException {
        var cell = rule.results().get(column);
        var plain = ConstantTests.literal(cell);
        if (plain.isPresent()) {
            return List.of(given(region, rule, column, plain.get()));
        }
        if (part) {
            // For decisions that others require, only equality of two rules' outputs matters here.
            return List.of(given(region, rule, column, new Literal.Text(cell.written())));
        }
        var found = new ArrayList<Given>();
        for (var one : composed(cell, column, region)) {
            var literal =
                    TableFlattener.literal(one.shape())
                            .orElseThrow(() ->
                                    new NotProvableException(
                                                    "an output must be one of finitely many"
                                                            + " constants: "
                                                            + cell.written())
                                            .in(element(column), cell.line()));
            found.add(given(one.region(), rule, column, literal));
        }
        return found;
    }

    private List<RegionValue> composed(BoxedTable.Cell<Expression> cell, int column, Region region)
            throws NotProvableException {
        try {
            return composer.orElseThrow().expression(decision, cell.meaning(), region);
        } catch (NotProvableException beyond) {
            throw beyond.in(element(column), cell.line());
        }
    }

    private String element(int column) {
        return decision.name() + ", " + columns.get(column).name();
    }

    private Given given(Region region, Rule rule, int column, Literal literal) {
        var cell = rule.results().get(column);
        var output = columns.get(column);
        boolean typed =
                output.type().isEmpty()
                        || literal.type() == FeelType.NULL
                        || literal.type() == output.type().get();
        if (!typed && !part) {
            report(cell.line(), output.name(), "is not of the type of the column");
        }
        if (!part && !output.order().isEmpty() && !output.order().contains(literal)) {
            report(cell.line(), output.name(), "is not among the output values");
        }
        return new Given(region, List.of(new Cell<>(cell.written(), literal)));
    }

    private void report(int line, String field, String what) {
        problems.add(line, field, what);
    }

    private Optional<FeelType> type(Output output) {
        return part || output.type() instanceof Type.Any
                ? Optional.empty()
                : TypeMapping.of(output.type());
    }

    private List<Literal> order(Output output) {
        if (output.order().isEmpty()) {
            return List.of();
        }
        var order = new ArrayList<Literal>();
        for (var test : output.order().get().meaning().tests()) {
            var literal =
                    ConstantTests.literal(
                            new BoxedTable.Cell<>(
                                    output.line(), output.order().get().written(), test));
            if (literal.isEmpty() && !part) {
                report(output.line(), output.name(), "has output values that are not constants");
            }
            literal.ifPresent(order::add);
        }
        return part && order.size() < output.order().get().meaning().tests().size()
                ? List.of()
                : order;
    }
}
