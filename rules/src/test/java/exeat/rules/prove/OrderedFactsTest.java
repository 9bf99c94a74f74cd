package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.RandomPack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Local packs whose links order four facts one after the other, on grids of days, of whole numbers
 * and of a decimal more: each verdict must be that of trying every combination.
 */
class OrderedFactsTest {

    private static final long SEEDS = Long.getLong("exeat.proof.packs", 25);

    /** How the values of a chain are written, and which stand for all. */
    private enum Grid {
        DAYS("date"),
        WHOLE("number, scale: 0"),
        MIXED("number, scale: 0");

        private final String type;

        Grid(String type) {
            this.type = type;
        }

        /** The third fact of a mixed chain lies on a finer grid. */
        String type(int fact) {
            return this == MIXED && fact == 2 ? "number, scale: 1" : type;
        }

        String constant(int number) {
            return this == DAYS
                    ? "date(\"%s\")".formatted(LocalDate.of(2000, 1, 1).plusDays(number))
                    : String.valueOf(number);
        }

        Value value(BigDecimal number) {
            return this == DAYS
                    ? Value.of(LocalDate.of(2000, 1, 1).plusDays(number.longValueExact()))
                    : Value.of(number);
        }

        List<BigDecimal> values(int fact) {
            boolean fine = this == MIXED && fact == 2;
            var values = new ArrayList<BigDecimal>();
            for (int tenths = -30; tenths <= 60; tenths += fine ? 5 : 10) {
                values.add(BigDecimal.valueOf(tenths, 1));
            }
            return values;
        }
    }

    @Test
    void chains_of_ordered_facts_restrict_exactly_when_they_do() throws PackException {
        int failed = 0;
        int held = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var grid = Grid.values()[random.nextInt(3)];
            var above = RandomPack.worded("above", files(grid, random, false));
            var files = new TreeMap<>(files(grid, random, true));
            above.forEach((name, bytes) -> files.put("extends/above/" + name, bytes));
            var whole = RandomPack.worded("local", files);
            if (!Pack.parse("local", whole).faults().isEmpty()) {
                continue;
            }
            var local = Pack.read("local", whole);
            var proof = Prover.of(local).proof(Obligation.NO_RESTRICTION);
            boolean holds = holds(grid, local);
            assertThat(proof.verdict())
                    .as("seed %d, %s: %s", seed, grid, proof.failures())
                    .isEqualTo(holds ? Proof.Verdict.PROVED : Proof.Verdict.FAILED);
            failed += holds ? 0 : 1;
            held += holds ? 1 : 0;
        }
        System.out.printf(
                "seeds 0 to %d: %d chains restrict, %d do not, no disagreement%n",
                SEEDS - 1, failed, held);
        assertThat(failed).isPositive();
        assertThat(held).isPositive();
    }

    private static boolean holds(Grid grid, Directive local) {
        var above = local.parent().orElseThrow();
        // Above the last constant, others need room.
        for (var first : grid.values(0).stream().filter(n -> n.intValue() <= 3).toList()) {
            var person =
                    Facts.NONE
                            .with(new FactName("purpose"), Value.of("trip"))
                            .with(new FactName("a"), grid.value(first));
            var theirs = above.decide(person);
            boolean possible = false;
            for (var each : completed(grid, person)) {
                if (local.links().stream().allMatch(link -> ProofOracleTest.keeps(link, each))) {
                    possible = true;
                    if (!local.decide(each).atLeastAsGoodAs(theirs)) {
                        return false;
                    }
                }
            }
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    private static List<Facts> completed(Grid grid, Facts person) {
        var all = List.of(person);
        for (int fact = 1; fact < 4; fact++) {
            var name = new FactName(String.valueOf((char) ('a' + fact)));
            var more = new ArrayList<Facts>();
            for (var facts : all) {
                for (var value : grid.values(fact)) {
                    more.add(facts.with(name, grid.value(value)));
                }
            }
            all = more;
        }
        return all;
    }

    private static Map<String, byte[]> files(Grid grid, Random random, boolean local) {
        var vocabulary = new StringBuilder(local ? "facts:\n" : "zone: Europe/Paris\nfacts:\n");
        if (!local) {
            vocabulary.append(
                    "  - {name: purpose, type: text, values: [trip], source: purpose, use:"
                            + " decide}\n");
        }
        for (int fact = local ? 1 : 0; fact < (local ? 4 : 1); fact++) {
            vocabulary.append(
                    "  - {name: %c, type: %s, use: decide}\n"
                            .formatted((char) ('a' + fact), grid.type(fact)));
        }
        if (local) {
            vocabulary.append("links:\n");
            for (var pair : List.of("a %s b", "b %s c", "c %s d")) {
                vocabulary.append(
                        "  - {because: time, always: %s}\n"
                                .formatted(pair.formatted(random.nextBoolean() ? "<" : "<=")));
            }
        }
        var files = new TreeMap<>(local ? RandomPack.files(0, 0) : RandomPack.files(0));
        files.keySet().removeIf(name -> name.startsWith("extends/"));
        files.put("vocabulary.yaml", vocabulary.toString().getBytes(StandardCharsets.UTF_8));
        files.put("rules.dmn", dmn(grid, random, local).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** One rule of a local pack approves, by tests that the order of the facts may make idle. */
    private static String dmn(Grid grid, Random random, boolean local) {
        var facts = local ? List.of("purpose", "a", "b", "c", "d") : List.of("purpose", "a");
        var cells = new ArrayList<String>();
        int low = random.nextInt(3);
        for (var fact : facts) {
            cells.add(
                    switch (fact) {
                        case "purpose" -> "\"trip\"";
                        case "a" -> ">= " + grid.constant(local ? 0 : low);
                        default -> "> " + grid.constant(random.nextInt(4) - 1);
                    });
        }
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"x\">"
                + table("Route", facts, cells, "outcome", "\"approve always\"", "route", "\"B\"")
                + table(
                        "Clearances",
                        facts,
                        facts.stream().map(fact -> "-").toList(),
                        "clearance",
                        "\"look\"",
                        "function",
                        "\"customs\"",
                        "days",
                        "2")
                + table(
                        "Paper",
                        facts,
                        facts.stream().map(fact -> "-").toList(),
                        "validity days",
                        "30",
                        "re-entry",
                        "true",
                        "decision days",
                        "5",
                        "fee",
                        "0",
                        "appearances",
                        "1")
                + "</definitions>";
    }

    private static String table(
            String name, List<String> facts, List<String> cells, String... outputs) {
        var text = new StringBuilder("<decision name=\"" + name + "\"><decisionTable>");
        facts.forEach(fact ->
                text.append("<input><inputExpression><text>" + fact)
                        .append("</text></inputExpression></input>"));
        for (int at = 0; at < outputs.length; at += 2) {
            text.append("<output name=\"" + outputs[at] + "\"/>");
        }
        text.append("<annotation name=\"paragraph\"/><rule id=\"r0\">");
        cells.forEach(cell ->
                text.append("<inputEntry><text>" + cell.replace("<", "&lt;"))
                        .append("</text></inputEntry>"));
        for (int at = 1; at < outputs.length; at += 2) {
            text.append("<outputEntry><text>" + outputs[at] + "</text></outputEntry>");
        }
        return text
                + "<annotationEntry><text>1</text></annotationEntry></rule></decisionTable></decision>";
    }
}
