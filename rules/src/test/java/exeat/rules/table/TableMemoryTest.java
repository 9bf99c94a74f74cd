package exeat.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.source.ProblemCollector;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a large table holds of the heap, where every rule has amounts of its own everywhere. */
class TableMemoryTest {

    private static final int RULES = 2000;
    private static final int INPUTS = 6;
    private static final int TABLES = 4;

    @Test
    void two_thousand_rules_of_arbitrary_amounts_over_six_inputs_stay_under_10_megabytes() {
        var table = table();
        var kept = new ArrayList<CompiledTable>();
        DecisionTables.compile(table, new ProblemCollector())
                .ifPresent(kept::add); // classes are loaded
        long before = heap();
        for (int at = 0; at < TABLES; at++) {
            kept.add(DecisionTables.compile(table, new ProblemCollector()).orElseThrow());
        }
        long each = (heap() - before) / TABLES;
        assertThat(each).isBetween(500_000L, 10_000_000L);
        assertThat(kept).allMatch(compiled -> compiled.inputs().size() == INPUTS);
    }

    private static DecisionTable table() {
        var random = new Random(7);
        var inputs =
                IntStream.range(0, INPUTS)
                        .mapToObj(at ->
                                new DecisionTable.Input(
                                        1,
                                        "amount " + at,
                                        Optional.of(FeelType.NUMBER),
                                        new UnaryTest.Any()))
                        .toList();
        var rules =
                IntStream.range(0, RULES)
                        .mapToObj(at ->
                                new DecisionTable.Rule(
                                        1,
                                        "rule " + at,
                                        inputs.stream().map(input -> interval(random)).toList(),
                                        List.of(new DecisionTable.Cell<>("1", numeral(1))),
                                        List.of()))
                        .toList();
        var output = new DecisionTable.Output(1, "out", Optional.of(FeelType.NUMBER), List.of());
        return new DecisionTable(
                "table", 1, HitPolicy.Single.FIRST, inputs, List.of(output), List.of(), rules);
    }

    private static DecisionTable.Cell<UnaryTest> interval(Random random) {
        long low = random.nextLong(1_000_000_000_000L);
        long high = low + 1 + random.nextLong(500_000_000_000L);
        return new DecisionTable.Cell<>(
                "written", new UnaryTest.Interval(numeral(low), true, numeral(high), false));
    }

    private static Literal numeral(long cents) {
        return new Literal.Numeral(BigDecimal.valueOf(cents, 2));
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
