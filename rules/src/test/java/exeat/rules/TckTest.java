package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.DmnReader;
import exeat.rules.dmn.Literal;
import exeat.rules.source.Problems;
import exeat.rules.source.XmlElement;
import exeat.rules.source.XmlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The DMN technology compatibility kit, level 2, where it lies beside the checkout: each model is
 * refused, or every test case of it is answered as the kit has it.
 */
class TckTest {

    /** Those that are tables over names; the others wait for the rest of FEEL. */
    private static final List<String> READ =
            List.of(
                    "0004-simpletable-U",
                    "0005-simpletable-A",
                    "0006-simpletable-P1",
                    "0007-simpletable-P2",
                    "0111-first-hitpolicy-singleoutputcol");

    @Test
    void a_model_of_the_kit_is_refused_or_answered_as_the_kit_has_it() throws IOException {
        var level2 = Packs.root().resolve("../shared/data/dmn-tck/level-2");
        var beside =
                Files.isDirectory(level2)
                        ? level2
                        : Packs.root().resolve("../../shared/data/dmn-tck/level-2");
        assumeTrue(
                Files.isDirectory(beside), "shared/data/dmn-tck does not lie beside this checkout");
        var read = new ArrayList<String>();
        int cases = 0;
        try (var folders = Files.list(beside)) {
            for (var folder : folders.sorted().toList()) {
                var name = String.valueOf(folder.getFileName());
                var problems = new Problems();
                var model = DmnReader.read(bytes(folder.resolve(name + ".dmn")), problems);
                if (problems.isEmpty() && !model.orElseThrow().tables().isEmpty()) {
                    read.add(name);
                    cases += check(folder, model.orElseThrow().tables());
                }
            }
        }
        assertThat(read).isEqualTo(READ);
        assertThat(cases).isGreaterThan(READ.size());
    }

    private static int check(Path folder, List<DecisionTable> tables) throws IOException {
        int cases = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
                var root = XmlReader.read(bytes(file), new Problems()).orElseThrow();
                for (var testCase : root.children("testCase")) {
                    check(file + " " + testCase.attribute("id"), testCase, tables);
                    cases++;
                }
            }
        }
        return cases;
    }

    private static void check(String what, XmlElement testCase, List<DecisionTable> tables) {
        var inputs = new HashMap<String, String>();
        for (var node : testCase.children("inputNode")) {
            inputs.put(
                    node.attribute("name").orElseThrow(),
                    node.child("value").map(XmlElement::text).orElse(""));
        }
        for (var result : testCase.children("resultNode")) {
            var name = result.attribute("name").orElseThrow();
            var table = tables.stream().filter(t -> t.name().equals(name)).findFirst();
            var expected = result.child("expected").flatMap(e -> e.child("value")).orElseThrow();
            var hits = hits(table.orElseThrow(), inputs);
            assertThat(hits).as(what).isEqualTo(List.of(new Literal.Text(expected.text())));
        }
    }

    private static List<Literal> hits(DecisionTable table, Map<String, String> inputs) {
        var matched = new BitSet();
        for (int rule = 0; rule < table.rules().size(); rule++) {
            boolean matches = true;
            for (int at = 0; at < table.inputs().size(); at++) {
                var text = inputs.getOrDefault(table.inputs().get(at).expression(), "");
                var test = table.rules().get(rule).conditions().get(at).meaning();
                matches &= Conditions.match(test, value(text));
            }
            matched.set(rule, matches);
        }
        var outputs = table.rules().stream().map(rule -> rule.outputs().getFirst().meaning());
        return new Table<>(table.hitPolicy(), 0, outputs.toList(), Ranks.of(table)).hits(matched);
    }

    private static Value value(String text) {
        if (text.isEmpty()) {
            return Value.ABSENT;
        }
        if (text.equals("true") || text.equals("false")) {
            return Value.of(Boolean.parseBoolean(text));
        }
        return text.matches("-?[0-9.]+") ? Value.of(new BigDecimal(text)) : Value.of(text);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
