package exeat.rules.dmn.compose;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.engine.BoxedTable;
import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.dmn.engine.WrittenDecision;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Type;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.Optional;

/** Reads a table over names and constants, without facts that define the names. */
final class SingleTableReader {

    private static final UnaryTest ANY = new UnaryTest.Any();

    private final ProblemCollector problems;

    private SingleTableReader(ProblemCollector problems) {
        this.problems = problems;
    }

    /** The table; empty, with problems reported, if it needs more than that. */
    static Optional<DecisionTable> of(
            WrittenDecision decision, BoxedTable table, ProblemCollector problems) {
        return problems.isEmpty()
                ? new SingleTableReader(problems).read(decision, table)
                : Optional.empty();
    }

    private Optional<DecisionTable> read(WrittenDecision decision, BoxedTable table) {
        var inputs = table.inputs().stream().map(this::input).toList();
        var outputs = new OutputColumns(decision, table, problems);
        var rules = new ArrayList<DecisionTable.Rule>();
        for (var rule : table.rules()) {
            var conditions = new ArrayList<DecisionTable.Cell<UnaryTest>>();
            for (int at = 0; at < inputs.size(); at++) {
                var cell = rule.conditions().get(at);
                conditions.add(
                        new DecisionTable.Cell<>(
                                cell.written(), test(cell, inputs.get(at).expression())));
            }
            rules.add(
                    new DecisionTable.Rule(
                            rule.line(),
                            rule.id(),
                            conditions,
                            outputs.plain(rule),
                            rule.annotations()));
        }
        return problems.isEmpty()
                ? Optional.of(
                        new DecisionTable(
                                decision.name(),
                                table.line(),
                                table.policy(),
                                inputs,
                                outputs.columns(),
                                table.annotations(),
                                rules))
                : Optional.empty();
    }

    private DecisionTable.Input input(BoxedTable.Input input) {
        var text = input.expression().written();
        if (!(input.expression().meaning() instanceof Expression.Name)) {
            problems.add(input.line(), text, "is not a name");
        }
        var type =
                input.type() instanceof Type.Any
                        ? Optional.<FeelType>empty()
                        : TypeMapping.of(input.type());
        if (type.isEmpty() && !(input.type() instanceof Type.Any)) {
            problems.add(input.line(), text, "is of a type that is not compiled");
        }
        var allowed = input.allowed().map(cell -> test(cell, text)).orElse(ANY);
        return new DecisionTable.Input(input.line(), text, type, allowed);
    }

    private UnaryTest test(Cell<UnaryTests> cell, String field) {
        var read = ConstantTests.of(cell, field, problems);
        if (read.test().isEmpty() && !read.reported()) {
            problems.add(
                    cell.line(), field, "is not a comparison with constants: " + cell.written());
        }
        return read.test().orElse(ANY);
    }
}
