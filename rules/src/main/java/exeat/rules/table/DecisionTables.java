package exeat.rules.table;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.dmn.compose.ModelReader;
import exeat.rules.source.PackException;
import exeat.rules.source.PackProblems;
import exeat.rules.source.ProblemCollector;
import exeat.rules.table.TableAnswer.TableRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Single decision tables, compiled: for who wants a table decided and no directive.
 *
 * <p>Every input expression must be a name, and every test one against constants of one type.
 */
public final class DecisionTables {

    private DecisionTables() {}

    /**
     * A decision of a DMN file.
     *
     * @param file the file's name, for problems
     * @param dmn its content
     * @param decision the decision's name
     * @throws PackException with everything that is wrong with the file
     */
    public static CompiledTable read(String file, byte[] dmn, String decision)
            throws PackException {
        var problems = new PackProblems();
        var found = problems.in(file);
        var compiled =
                ModelReader.table(dmn, decision, found).flatMap(table -> compile(table, found));
        if (compiled.isEmpty() && found.isEmpty()) {
            found.add(0, decision, "is not a decision of this file");
        }
        if (compiled.isEmpty() || !found.isEmpty()) {
            throw problems.exception();
        }
        return compiled.get();
    }

    /** The table, compiled; empty, with problems reported, when it cannot be. */
    public static Optional<CompiledTable> compile(DecisionTable table, ProblemCollector problems) {
        if (table.rules().isEmpty()) {
            problems.add(table.line(), table.name(), "has no rule");
            return Optional.empty();
        }
        if (table.hitPolicy() instanceof HitPolicy.Collect(var aggregation)
                && aggregation.isPresent()
                && table.outputs().size() != 1) {
            problems.add(table.line(), table.name(), "aggregates more than one output");
            return Optional.empty();
        }
        var order = order(table);
        var columns = new ArrayList<Column>();
        for (int input = 0; input < table.inputs().size(); input++) {
            new ColumnCompiler(table, input, order, problems).compile().ifPresent(columns::add);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var rules = IntStream.of(order).mapToObj(number -> rule(table, number)).toList();
        return Optional.of(
                new CompiledTable(
                        table.name(), table.hitPolicy(), columns, rules, sameOutputs(table)));
    }

    /** The rules in the policy's order: best output first where it ranks, else the file's. */
    private static int[] order(DecisionTable table) {
        var numbers = IntStream.range(0, table.rules().size());
        boolean ranks =
                table.hitPolicy() == HitPolicy.Single.PRIORITY
                        || table.hitPolicy() == HitPolicy.Multiple.OUTPUT_ORDER;
        if (!ranks) {
            return numbers.toArray();
        }
        var places = RuleRanks.of(table);
        return numbers.boxed()
                .sorted(Comparator.comparing(places::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static TableRule rule(DecisionTable table, int number) {
        var rule = table.rules().get(number);
        var outputs = new LinkedHashMap<String, Literal>();
        for (int at = 0; at < table.outputs().size(); at++) {
            outputs.put(table.outputs().get(at).name(), rule.outputs().get(at).meaning());
        }
        return new TableRule(number, rule.id(), outputs);
    }

    private static int[] sameOutputs(DecisionTable table) {
        if (table.hitPolicy() != HitPolicy.Single.ANY) {
            return new int[0];
        }
        Map<List<Literal>, Integer> numbers = new HashMap<>();
        return table.rules().stream()
                .map(rule -> rule.outputs().stream().map(DecisionTable.Cell::meaning).toList())
                .mapToInt(outputs -> numbers.computeIfAbsent(outputs, unseen -> numbers.size()))
                .toArray();
    }
}
