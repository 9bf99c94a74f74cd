package exeat.rules.prove;

import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.RandomPack;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Prints the cost of proving large packs: tables of routes with 100, 500 and 2,000 rules over six
 * inputs (three of arbitrary amounts, two texts, a protected truth value), and each with a local
 * pack that repeats it and adds one approval, or makes one rule stricter.
 */
final class ProofScale {

    private static final String FACTS =
            """
            facts:
              - {name: purpose, type: text, values: [settle, trip], source: purpose, use: decide}
              - {name: income, type: number, use: decide}
              - {name: stay, type: number, use: decide}
              - {name: distance, type: number, use: decide}
              - {name: region, type: text, values: [a, b, c, d, e, f, g, h, i, j], use: decide}
              - {name: kin, type: text, values: [a, b, c, d, e, f, g, h], use: decide}
              - {name: tie, type: boolean, protected: true, shielded: ["true"], use: decide}
            """;

    private static final String OWN = "facts:\n  - {name: extra, type: boolean, use: decide}\n";

    private final Random random;
    private final int rules;
    private final boolean local;

    /** Whether the next rule that approves still has to ask for a local fact besides. */
    private boolean stricter;

    private final StringBuilder dmn = new StringBuilder();

    private ProofScale(int rules, boolean local, boolean stricter) {
        this.random = new Random(rules);
        this.rules = rules;
        this.local = local;
        this.stricter = stricter;
    }

    public static void main(String[] arguments) throws PackException {
        for (int rules : List.of(100, 500, 2_000)) {
            var above =
                    RandomPack.worded(
                            "above", new ProofScale(rules, false, false).files(FACTS, ""));
            print(rules + " rules", Pack.parse("above", above));
            for (boolean stricter : List.of(false, true)) {
                var files = new ProofScale(rules, true, stricter).files(OWN, "extends: above\n");
                above.forEach((name, bytes) -> files.put("extends/above/" + name, bytes));
                var what = stricter ? ", and one that is stricter" : ", and a local pack that adds";
                print(
                        rules + " rules" + what,
                        Pack.parse("local", RandomPack.worded("local", files)));
            }
        }
    }

    private static void print(String what, ParsedPack draft) {
        long begin = System.nanoTime();
        var report = Prover.of(draft);
        System.out.printf(
                "%s: %.2f s, %d splits%n",
                what, (System.nanoTime() - begin) / 1e9, report.splits());
        for (var proof : report.proofs()) {
            System.out.printf(
                    "    %d %s: %d failures%n",
                    proof.obligation().number(),
                    proof.verdict(),
                    proof.failures().size() + proof.more());
        }
    }

    private Map<String, byte[]> files(String vocabulary, String extended) {
        var files = new TreeMap<>(RandomPack.files(1));
        var zone = local ? "" : "zone: Europe/Paris\n";
        put(files, "vocabulary.yaml", zone + vocabulary);
        files.computeIfPresent(
                "record.yaml",
                (name, bytes) ->
                        (extended + new String(bytes, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        put(files, "rules.dmn", dmn());
        put(files, "messages_en.properties", "# none\n");
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String dmn() {
        dmn.append(
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"x\">");
        var facts = new ArrayList<>(List.of("income", "stay", "distance", "region", "kin", "tie"));
        if (local) {
            facts.add("extra");
        }
        begin("Route", "FIRST", facts, "outcome", "route");
        for (int rule = 0; rule < rules; rule++) {
            var cells = new ArrayList<>(List.of(range(), range(), range(), text(10), text(8)));
            boolean approves = random.nextInt(3) > 0;
            cells.add(approves && random.nextInt(3) == 0 ? "true" : "-");
            if (local) {
                cells.add(stricter && approves ? "true" : "-");
                stricter &= !approves;
            }
            if (approves) {
                rule(cells, "\"approve in general\"", "\"A\"");
            } else {
                rule(cells, "\"refer\"", "null");
            }
        }
        if (local) {
            rule(List.of("-", "-", "-", "-", "-", "-", "true"), "\"approve in general\"", "\"A\"");
        }
        end();
        begin("Clearances", "COLLECT", List.of("purpose"), "clearance", "function", "days");
        rule(List.of("-"), "\"look\"", "\"customs\"", "2");
        end();
        begin(
                "Paper",
                "UNIQUE",
                List.of("purpose"),
                "validity days",
                "re-entry",
                "decision days",
                "fee",
                "appearances");
        rule(List.of("\"settle\",\"trip\""), "30", "true", "5", "0", "1");
        end();
        return dmn.append("</definitions>").toString();
    }

    private String range() {
        double one = random.nextInt(10_000_000) / 100.0;
        double other = random.nextInt(10_000_000) / 100.0;
        return random.nextInt(6) == 0
                ? "-"
                : "[%.2f..%.2f)".formatted(Math.min(one, other), Math.max(one, other));
    }

    private String text(int values) {
        int one = random.nextInt(values);
        int other = random.nextInt(values);
        return random.nextInt(6) == 0
                ? "-"
                : "\"%c\"".formatted('a' + one)
                        + (one == other ? "" : ",\"%c\"".formatted('a' + other));
    }

    private void begin(String name, String policy, List<String> inputs, String... outputs) {
        dmn.append(
                "<decision name=\"%s\"><decisionTable hitPolicy=\"%s\">".formatted(name, policy));
        inputs.forEach(fact ->
                dmn.append(
                        "<input><inputExpression><text>%s</text></inputExpression></input>"
                                .formatted(fact)));
        for (var output : outputs) {
            dmn.append("<output name=\"%s\"/>".formatted(output));
        }
        dmn.append("<annotation name=\"paragraph\"/>");
    }

    private void rule(List<String> cells, String... outputs) {
        dmn.append("<rule>");
        cells.forEach(
                cell -> dmn.append("<inputEntry><text>%s</text></inputEntry>".formatted(cell)));
        for (var output : outputs) {
            dmn.append("<outputEntry><text>%s</text></outputEntry>".formatted(output));
        }
        dmn.append("<annotationEntry><text>1</text></annotationEntry></rule>");
    }

    private void end() {
        dmn.append("</decisionTable></decision>");
    }
}
