package exeat.rules;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Value;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Small random packs from a seed: a purpose, and a few facts that rules of routes test. */
public final class RandomPacks {

    private static final Path GOOD = Packs.root().resolve("rules/src/test/resources/packs/good");

    private final Random random;
    private final int facts;
    private final int rules;

    /** A fact, as the vocabulary and the messages write it, and the cells that test it. */
    private record Fact(String name, String yaml, List<String> values, List<String> cells) {}

    private RandomPacks(long seed, int facts, int rules) {
        this.random = new Random(seed);
        this.facts = facts;
        this.rules = rules;
    }

    public static Directive of(long seed, int facts, int rules) {
        try {
            return Pack.read("boats", new RandomPacks(seed, facts, rules).files());
        } catch (PackException bad) {
            throw new IllegalStateException("seed " + seed, bad);
        }
    }

    private Map<String, byte[]> files() throws PackException {
        var files = Pack.files(GOOD);
        var made = new ArrayList<Fact>();
        for (int at = 1; at <= facts; at++) {
            made.add(fact("fact " + (char) ('a' + at - 1)));
        }
        files.put("vocabulary.yaml", bytes(vocabulary(made)));
        files.put("rules.dmn", bytes(dmn(text(files, "rules.dmn"), made)));
        files.put(
                "messages_en.properties",
                bytes(messages(text(files, "messages_en.properties"), made)));
        return files;
    }

    private Fact fact(String name) {
        boolean isProtected = random.nextInt(3) == 0;
        boolean optional = random.nextInt(5) == 0;
        boolean truth = random.nextBoolean();
        var values = new ArrayList<>(truth ? List.of("true", "false") : List.of("u", "v", "w"));
        var cells = new ArrayList<String>();
        if (truth) {
            cells.addAll(values);
        } else {
            cells.addAll(List.of("\"u\"", "\"v\"", "not(\"w\")", "\"u\",\"w\""));
        }
        if (optional) {
            values.add("absent");
            cells.add("null");
        }
        if (isProtected) {
            values.add("withheld");
            cells.add("\"withheld\"");
        }
        var yaml =
                "  - {name: %s, type: %s, use: decide"
                                .formatted(name, truth ? "boolean" : "text, values: [u, v, w]")
                        + (isProtected ? ", protected: true" : "")
                        + (optional ? ", optional: true" : "")
                        + (random.nextInt(4) == 0 ? ", changeable: false" : "")
                        + weights(values)
                        + (random.nextInt(3) == 0 ? ", evidence: sworn-word" : "")
                        + "}\n";
        return new Fact(name, yaml, values, cells);
    }

    private String weights(List<String> values) {
        return random.nextBoolean()
                ? ""
                : ", weights: [\"%s %d\", \"%s 0.5\"]"
                        .formatted(values.getFirst(), 1 + random.nextInt(9), values.getLast());
    }

    private static String vocabulary(List<Fact> facts) {
        var text =
                new StringBuilder(
                        """
                        zone: Europe/Paris
                        facts:
                          - {name: purpose, type: text, values: [settle, trip], source: purpose, use: decide}
                        """);
        facts.forEach(fact -> text.append(fact.yaml()));
        return text.toString();
    }

    private String dmn(String good, List<Fact> facts) {
        var table = new StringBuilder("<decisionTable hitPolicy=\"");
        table.append(random.nextInt(3) == 0 ? "FIRST" : "COLLECT").append("\">\n");
        for (var fact : facts) {
            table.append(
                    "<input><inputExpression><text>%s</text></inputExpression></input>\n"
                            .formatted(fact.name()));
        }
        table.append("<output name=\"outcome\"/><output name=\"route\"/>");
        table.append("<annotation name=\"paragraph\"/><annotation name=\"instrument\"/>\n");
        table.append(ruleRows(facts));
        int from = good.indexOf("<decisionTable");
        int to = good.indexOf("</decisionTable>");
        return good.substring(0, from)
                + table
                + good.substring(to).replace("\"settle\",\"return\"", "\"settle\"");
    }

    private String ruleRows(List<Fact> facts) {
        var rows = new StringBuilder();
        var tested = new HashSet<Fact>();
        for (int rule = 0; rule < rules || tested.size() < facts.size(); rule++) {
            rows.append("<rule id=\"r%d\">".formatted(rule));
            for (var fact : facts) {
                boolean tests = random.nextInt(2) == 0;
                if (tests) {
                    tested.add(fact);
                }
                rows.append(entry("inputEntry", tests ? any(fact.cells()) : "-"));
            }
            // The first two approve by both routes, so that each route has its words.
            int kind = rule < 2 ? rule : random.nextInt(4);
            rows.append(
                    entry(
                            "outputEntry",
                            kind == 0
                                    ? "\"approve always\""
                                    : kind == 3 ? "\"refer\"" : "\"approve in general\""));
            rows.append(entry("outputEntry", kind == 3 ? "null" : kind == 0 ? "\"A\"" : "\"B\""));
            rows.append(entry("annotationEntry", "2"));
            rows.append(entry("annotationEntry", "tide-table")).append("</rule>\n");
        }
        return rows.toString();
    }

    private static String messages(String good, List<Fact> facts) {
        var text = new StringBuilder();
        good.lines()
                .filter(line -> !line.startsWith("fact.") || line.startsWith("fact.purpose"))
                .filter(line -> !line.startsWith("fact.purpose.value.return"))
                .forEach(line -> text.append(line).append('\n'));
        text.append("route.B=Others\n");
        for (var fact : facts) {
            var key = "fact." + fact.name().replace(' ', '-');
            text.append(key).append(".label=").append(fact.name()).append('\n');
            text.append(key).append(".question=").append(fact.name()).append("?\n");
            fact.values()
                    .forEach(value -> text.append(key + ".value." + value + "=" + value + "\n"));
        }
        return text.toString();
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String entry(String tag, String text) {
        return "<%s><text>%s</text></%s>".formatted(tag, text, tag);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every value that a fact of such a pack can have. */
    public static List<Value> values(FactDefinition fact) {
        var values = new ArrayList<Value>();
        if (fact.type() == FactDefinition.FactType.BOOLEAN) {
            values.add(Value.of(true));
            values.add(Value.of(false));
        }
        fact.values().forEach(text -> values.add(Value.of(text)));
        if (fact.optional()) {
            values.add(Value.ABSENT);
        }
        if (fact.isProtected()) {
            values.add(Value.WITHHELD);
        }
        return values;
    }
}
