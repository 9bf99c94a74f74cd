package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.dmn.engine.DecisionResult;
import exeat.rules.dmn.engine.DmnFile;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.Facts;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import exeat.rules.prove.ProofOracleTest;
import exeat.rules.source.PackException;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Compares composed tables with the original decisions, as evaluated by the engine for whole files:
 * a second way that shares only the parser.
 */
class ComposedTest {

    private static final long SEEDS = Long.getLong("exeat.proof.packs", 15);

    @Test
    void composed_tables_say_what_the_engine_says() throws PackException {
        long compared = 0;
        for (long seed = 1; seed < 4 * SEEDS; seed += 2) {
            var files = RandomPack.files(seed);
            var draft = Pack.parse("above", RandomPack.worded("above", files));
            assertThat(draft.unprovable()).as("seed %d", seed).isEmpty();
            var file = file(files);
            var random = new Random(seed);
            var points = ProofOracleTest.points(draft.vocabulary());
            for (int n = 0; n < 60; n++) {
                var facts = points.get(random.nextInt(points.size()));
                var given = given(facts);
                for (var table : draft.model().tables()) {
                    compared += compare(seed, file, table, facts, given);
                }
                compared += comparePart(seed, file, draft, facts, given);
            }
        }
        System.out.printf(
                "seeds 1 to %d: %d answers of composed tables, no disagreement%n",
                4 * SEEDS, compared);
        assertThat(compared).isGreaterThan(SEEDS * 100);
    }

    private static DmnFile file(Map<String, byte[]> files) {
        var rules = Optional.ofNullable(files.get("rules.dmn")).orElseThrow();
        return DmnFile.read(rules, Optional.empty(), new ProblemCollector()).orElseThrow();
    }

    private static long compare(
            long seed,
            DmnFile file,
            DecisionTable table,
            Facts facts,
            Map<String, FeelValue> given) {
        var matching = ProofOracleTest.hits(table, facts);
        var answer = file.evaluate(table.name(), given);
        if (answer instanceof DecisionResult.Refused(var element, var why)) {
            boolean isBroken =
                    table.hitPolicy() == HitPolicy.Single.UNIQUE
                            ? matching.size() > 1
                            : table.hitPolicy() instanceof HitPolicy.Collect && matching.isEmpty();
            boolean none = table.hitPolicy() instanceof HitPolicy.Multiple && matching.isEmpty();
            assertThat(isBroken || none).as("seed %d, %s: %s", seed, facts, why).isTrue();
            return 0;
        }
        var value = ((DecisionResult.Known) answer).value();
        var expected = outputs(table, matching);
        var found = value instanceof FeelValue.Items(var items) ? items : List.of(value);
        var told = matching.isEmpty() ? List.of(Values.NULL) : expected;
        assertThat(found)
                .as("seed %d, %s of %s", seed, table.name(), facts)
                .containsExactlyInAnyOrderElementsOf(told);
        return 1;
    }

    private static List<FeelValue> outputs(DecisionTable table, List<Integer> matching) {
        var ranks = RuleRanks.of(table);
        boolean ranked = table.hitPolicy() == HitPolicy.Single.PRIORITY;
        var order =
                matching.stream()
                        .sorted(Comparator.comparing(rule -> ranked ? ranks.get(rule) : rule))
                        .toList();
        var standing =
                table.hitPolicy() instanceof HitPolicy.Single
                        ? order.subList(0, Math.min(1, order.size()))
                        : order;
        return standing.stream().map(rule -> output(table, rule)).toList();
    }

    private static FeelValue output(DecisionTable table, int rule) {
        var cells = table.rules().get(rule).outputs();
        if (cells.size() == 1) {
            return value(cells.getFirst().meaning());
        }
        var entries = new java.util.LinkedHashMap<String, FeelValue>();
        for (int at = 0; at < cells.size(); at++) {
            entries.put(table.outputs().get(at).name(), value(cells.get(at).meaning()));
        }
        return new FeelValue.Context(entries);
    }

    /** The table that others require is itself one over facts, by the first rule that matches. */
    private static long comparePart(
            long seed, DmnFile file, ParsedPack draft, Facts facts, Map<String, FeelValue> given) {
        var part = draft.model().parts().getFirst();
        return compare(seed, file, part, facts, given);
    }

    static Map<String, FeelValue> given(Facts facts) {
        var given = new HashMap<String, FeelValue>();
        facts.values()
                .forEach((name, value) -> given.put(name.text(), value(Conditions.literal(value))));
        return given;
    }

    private static FeelValue value(exeat.rules.dmn.Literal literal) {
        return switch (literal) {
            case exeat.rules.dmn.Literal.Text(var text) -> Values.of(text);
            case exeat.rules.dmn.Literal.Numeral(var number) -> new FeelValue.Num(number);
            case exeat.rules.dmn.Literal.Truth(var truth) -> Values.of(truth);
            case exeat.rules.dmn.Literal.Day(var day) -> new FeelValue.Date(day);
            case exeat.rules.dmn.Literal.Null none -> Values.NULL;
        };
    }

    @Test
    void a_rule_of_several_boxes_is_one_rule_to_its_readers() throws PackException {
        for (long seed = 1; seed < SEEDS; seed += 2) {
            var draft = Pack.parse("above", RandomPack.worded("above", RandomPack.files(seed)));
            var written = new ArrayList<String>();
            draft.model()
                    .sheets()
                    .forEach(sheet ->
                            sheet.rows().forEach(row -> written.add(sheet.name() + row.id())));
            assertThat(draft.rules()).hasSameSizeAs(written);
            assertThat(written).doesNotHaveDuplicates();
            for (var table : draft.model().tables()) {
                for (var pieces : table.pieces()) {
                    requireApart(seed, draft, table, pieces);
                }
            }
        }
    }

    /** No two pieces of one rule match one person. */
    private static void requireApart(
            long seed, ParsedPack draft, DecisionTable table, List<Integer> pieces) {
        for (var facts : ProofOracleTest.points(draft.vocabulary())) {
            assertThat(ProofOracleTest.hits(table, facts).stream().filter(pieces::contains).count())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(1);
        }
    }
}
