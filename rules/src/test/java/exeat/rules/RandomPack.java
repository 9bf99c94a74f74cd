package exeat.rules;

import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small packs by chance, as the files that somebody would write; the same for the same seed. */
public final class RandomPack {

    private static final List<String> PARENTS_FACTS =
            List.of("purpose", "amount", "tie", "flag", "day");
    private static final List<String> OWN_FACTS = List.of("other", "extra");

    private static final String PARENTS_VOCABULARY =
            """
            zone: Europe/Paris
            facts:
              - {name: purpose, type: text, values: [settle, trip], source: purpose, use: decide}
              - {name: amount, type: number, use: decide}
              - {name: tie, type: text, values: [p, q], protected: true, shielded: [p], use: decide}
              - {name: flag, type: boolean, optional: true, use: decide}
              - {name: day, type: date, use: decide}
            """;

    private static final String OWN_VOCABULARY =
            """
            facts:
              - {name: other, type: number, use: decide}
              - {name: extra, type: boolean, use: decide}
            """;

    private static final String RECORD =
            """
            version: "1"
            EXTENDStitle: A Random Letter
            date: 1950-03-01
            issuer: Somebody
            addressees: [Everybody]
            citation: None
            summary: Nothing.
            credits: Nobody
            original language: French
            content:
              - paragraph: "1"
                gist: It is so.
                binding: true
                reveals protected: true
            """;

    private static final String AUTHORITIES =
            "authorities:\n  - {id: h, function: committee, name: Harbour, addressee: true}\n";

    private final Random random;
    private final List<String> facts = new ArrayList<>(PARENTS_FACTS);

    /** What the tables of a pack in two ask besides facts. */
    private final List<String> composed;

    private final StringBuilder dmn = new StringBuilder();

    /** Of what the outputs of composed tables are: a chance of its own, so that tests stay. */
    private final Random shape;

    /** What the table that is being written does not ask, though its outputs may read it. */
    private List<String> left = List.of();

    /** Of a copy of the parent, the rule that asks for a local fact besides; else none. */
    private int stricter = -1;

    private boolean isCopy;

    /** Whether a copy's further rule gives something, which makes its question matter. */
    private boolean isGenerous;

    private int rules;

    /** The place of the next rule in its table. */
    private int inTable;

    /** How many rules of the table may be said to be excepted from; 0 for none. */
    private int exceptions;

    private RandomPack(long seed, boolean local) {
        this.random = new Random(seed);
        this.shape = new Random(~seed);
        this.composed = isComposed(seed) ? List.copyOf(RandomCells.COMPOSED.keySet()) : List.of();
        if (local) {
            facts.addAll(OWN_FACTS);
        }
    }

    /** Whether the tables of a pack without a parent ask more than facts. */
    static boolean isComposed(long seed) {
        return seed % 2 == 1;
    }

    /** The pack, of which one rule of the table of routes turns people down. */
    public static Map<String, byte[]> refusing(long seed) {
        var files = files(seed);
        files.computeIfPresent(
                "rules.dmn",
                (name, bytes) ->
                        new String(bytes, StandardCharsets.UTF_8)
                                .replaceFirst(
                                        "\"refer\"</text></outputEntry>",
                                        "\"refuse\"</text></outputEntry>")
                                .replace(
                                        "<outputValues><text>\"approve always\"",
                                        "<outputValues><text>\"refuse\",\"approve always\"")
                                .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The files of a pack without a parent. */
    public static Map<String, byte[]> files(long seed) {
        return new RandomPack(seed, false).files("", PARENTS_VOCABULARY);
    }

    /** The files of a pack that extends the one of another seed, which is called {@code above}. */
    public static Map<String, byte[]> files(long seed, long above) {
        // Most of them say what the parent says, but for little: else every pair would fail.
        var own = new Random(seed * 0x9E3779B97F4A7C15L);
        boolean copy = own.nextInt(4) > 0;
        var pack = new RandomPack(copy ? above : seed, true);
        pack.isCopy = copy;
        pack.stricter = copy && own.nextBoolean() ? own.nextInt(8) : -1;
        pack.isGenerous = own.nextInt(3) == 0;
        var files = pack.files("extends: above\n", OWN_VOCABULARY + links(own));
        files(above).forEach((name, bytes) -> files.put("extends/above/" + name, bytes));
        return files;
    }

    private static String links(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "links:\n  - {because: time, always: other >= amount}\n";
            case 1 -> "links:\n  - {because: rule, when: {tie: '\"p\"'}, then: {extra: 'true'}}\n";
            case 2 ->
                    """
                    links:
                      - {because: both, when: {amount: '>= 1'}, then: {other: '> 1', extra: 'true'}}
                      - {because: time, always: amount < other}
                    """;
            default -> "";
        };
    }

    private Map<String, byte[]> files(String extended, String vocabulary) {
        var files = new TreeMap<String, byte[]>();
        put(files, "record.yaml", RECORD.replace("EXTENDS", extended));
        put(files, "vocabulary.yaml", vocabulary);
        put(files, "authorities.yaml", AUTHORITIES);
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
        facts.forEach(
                fact -> dmn.append("<inputData id=\"in-%s\" name=\"%s\"/>".formatted(fact, fact)));
        if (!composed.isEmpty()) {
            parts();
        }
        route();
        var policy = random.nextBoolean() ? "COLLECT" : "FIRST";
        begin("Clearances", policy, "clearance", "function", "days");
        for (int at = 0; at <= random.nextInt(3); at++) {
            var days = String.valueOf(2 + 2 * random.nextInt(2));
            rule(cells(3), "\"look\"", "\"customs\"", output(days, days, "rank + 2"));
        }
        end();
        begin("Documents", "COLLECT", "document");
        rule(
                cells(2),
                output(
                        "\"paper\"",
                        "if amount > 1 then \"paper\" else \"card\"",
                        "if band = \"low\" then \"paper\" else if flag then \"card\" else \"form\""));
        end();
        begin("Set-aside grounds", "COLLECT", "route", "ground");
        rule(cells(3), "\"A\"", "\"fraud\"");
        end();
        begin("Paper", "FIRST", "validity days", "re-entry", "decision days", "fee", "appearances");
        for (int at = 0; at < random.nextInt(3); at++) {
            paper(cells(3));
        }
        paper(columns().stream().map(column -> "-").toList());
        end();
        return dmn.append("</definitions>").toString();
    }

    private void paper(List<String> cells) {
        var days = random.nextInt(3) == 0 ? "20" : "30";
        var reentry = random.nextInt(4) == 0 ? "false" : "true";
        var fee = random.nextInt(4) == 0 ? "1" : "0";
        rule(
                cells,
                output(days, "if rank > 1 then 20 else 30", "10 * (rank + 1)"),
                output(reentry, "amount * 2 > 3", "flag = true"),
                "5",
                output(fee, "if tie = \"p\" then 0 else 1", "if amount > 1 then 1 else 0"),
                "1");
    }

    /** An output, which in a composed pack may be an expression of what is no column. */
    private String output(String plain, String... expressions) {
        return composed.isEmpty() || shape.nextInt(3) == 0
                ? plain
                : expressions[shape.nextInt(expressions.length)];
    }

    private void route() {
        var policies = List.of("COLLECT", "OUTPUT ORDER", "FIRST", "FIRST", "PRIORITY", "UNIQUE");
        begin("Route", policies.get(random.nextInt(policies.size())), "outcome", "route");
        int more = 1 + random.nextInt(5);
        exceptions = more + 1;
        // Every fact must be read by some rule.
        var all = new ArrayList<String>(facts.stream().map(fact -> test(fact, false)).toList());
        composed.forEach(column -> all.add("-"));
        rule(
                all,
                output(
                        "\"approve in general\"",
                        "if rank > 0 then \"approve always\" else \"approve in general\"",
                        "if band = \"high\" then \"approve always\" else \"approve in general\""),
                "\"A\"");
        for (int at = 0; at < more; at++) {
            switch (random.nextInt(4)) {
                case 0 -> rule(cells(3), "\"refer\"", "null");
                case 1 -> rule(cells(3), "\"approve always\"", "\"B\"");
                default -> rule(cells(3), "\"approve in general\"", "\"A\"");
            }
        }
        // What comes after must use up chance as the parent did.
        exceptions = 0;
        if (isCopy) {
            var cells = new ArrayList<String>(PARENTS_FACTS.stream().map(fact -> "-").toList());
            cells.addAll(List.of("> 3", "true"));
            composed.forEach(column -> cells.add("-"));
            rule(
                    cells,
                    isGenerous ? "\"approve always\"" : "\"refer\"",
                    isGenerous ? "\"B\"" : "null");
        }
        end();
    }

    /** A decision table and an expression that the tables require. */
    private void parts() {
        needing("band", false);
        dmn.append("<decisionTable hitPolicy=\"FIRST\">");
        for (var fact : List.of("amount", "flag")) {
            dmn.append(
                    "<input><inputExpression><text>%s</text></inputExpression></input>"
                            .formatted(fact));
        }
        dmn.append("<output name=\"band\"/><annotation name=\"paragraph\"/>");
        var names = List.of("low", "mid", "high");
        for (int at = 0; at < 3; at++) {
            inTable = at;
            var cells = new ArrayList<String>();
            for (var fact : List.of("amount", "flag")) {
                cells.add(random.nextInt(3) == 0 ? "-" : test(fact, true));
            }
            written(cells, List.of("\"" + names.get(at) + "\""));
        }
        dmn.append("</decisionTable></decision>");
        needing("rank", false);
        var greatest = random.nextBoolean() ? "flag" : "amount > 1 and flag";
        dmn.append(
                        "<literalExpression><text>if %s then 2 else if tie = \"p\" then 1 else 0"
                                .formatted(greatest.replace(">", "&gt;")))
                .append("</text></literalExpression></decision>");
    }

    private void needing(String name, boolean parts) {
        dmn.append(
                "<decision id=\"%s\" name=\"%s\"><variable name=\"%s\"/>"
                        .formatted(name.replace(' ', '-'), name, name));
        facts.forEach(fact ->
                dmn.append(
                        "<informationRequirement><requiredInput href=\"#in-%s\"/></informationRequirement>"
                                .formatted(fact)));
        if (parts) {
            for (var part : List.of("band", "rank")) {
                dmn.append(
                        "<informationRequirement><requiredDecision href=\"#%s\"/></informationRequirement>"
                                .formatted(part));
            }
        }
    }

    private List<String> columns() {
        var columns = new ArrayList<>(facts);
        columns.addAll(composed);
        return columns;
    }

    /** Tests of which about one in so many says something. */
    private List<String> cells(int oneIn) {
        return columns().stream()
                .map(column ->
                        isAsked(column, oneIn + composed.size() / 2) ? test(column, true) : "-")
                .toList();
    }

    private boolean isAsked(String fact, int oneIn) {
        // A copy must use up chance as the parent did.
        return !(isCopy && OWN_FACTS.contains(fact)) && random.nextInt(oneIn) == 0;
    }

    private String test(String fact, boolean any) {
        if (isCopy && OWN_FACTS.contains(fact)) {
            return "-";
        }
        var tests = RandomCells.of(fact);
        var chosen = tests.get(random.nextInt(tests.size()));
        return any && random.nextInt(5) == 0 ? "-" : chosen;
    }

    private void begin(String name, String policy, String... outputs) {
        needing(name, !composed.isEmpty());
        dmn.append("<decisionTable hitPolicy=\"%s\">".formatted(policy));
        inTable = 0;
        left = new ArrayList<>();
        if (!composed.isEmpty()) {
            // Each fact must be read by some rule, and the table of routes reads them all.
            (name.equals("Route") ? composed : columns().subList(1, columns().size()))
                    .stream().filter(column -> shape.nextInt(2) == 0).forEach(left::add);
        }
        columns().stream()
                .filter(column -> !left.contains(column))
                .forEach(column ->
                        dmn.append(
                                "<input><inputExpression><text>%s</text></inputExpression></input>"
                                        .formatted(column)));
        for (var output : outputs) {
            var order =
                    output.equals("outcome")
                            ? "<outputValues><text>\"approve always\",\"approve in general\","
                                    + "\"refer\"</text></outputValues>"
                            : "";
            dmn.append("<output name=\"%s\">%s</output>".formatted(output, order));
        }
        dmn.append("<annotation name=\"paragraph\"/><annotation name=\"exception to\"/>");
    }

    private void rule(List<String> cells, String... outputs) {
        var asked = new ArrayList<>(cells);
        if (rules++ == stricter) {
            asked.set(facts.size() - 1, "true");
        }
        var columns = columns();
        var here = new ArrayList<String>();
        for (int at = 0; at < asked.size(); at++) {
            if (!left.contains(columns.get(at))) {
                here.add(asked.get(at));
            }
        }
        written(here, List.of(outputs));
    }

    private void written(List<String> asked, List<String> outputs) {
        dmn.append("<rule id=\"r%d\">".formatted(inTable));
        asked.forEach(cell ->
                dmn.append(
                        "<inputEntry><text>%s</text></inputEntry>"
                                .formatted(cell.replace("<", "&lt;"))));
        for (var output : outputs) {
            dmn.append("<outputEntry><text>%s</text></outputEntry>".formatted(output));
        }
        dmn.append("<annotationEntry><text>1</text></annotationEntry>");
        if (exceptions > 0 && random.nextInt(3) == 0) {
            int other = random.nextInt(exceptions);
            if (other != inTable) {
                dmn.append("<annotationEntry><text>r%d</text></annotationEntry>".formatted(other));
            }
        }
        dmn.append("</rule>");
        inTable++;
    }

    private void end() {
        dmn.append("</decisionTable></decision>");
    }

    /** The files with a word for every message that is missing, so that the pack is whole. */
    public static Map<String, byte[]> worded(String id, Map<String, byte[]> files) {
        var whole = new TreeMap<>(files);
        for (int round = 0; round < 3; round++) {
            try {
                Pack.parse(id, whole)
                        .missingKeys()
                        .forEach((language, keys) ->
                                whole.merge(
                                        "messages_" + language + ".properties",
                                        String.join("=x\n", keys)
                                                .concat("=x\n")
                                                .getBytes(StandardCharsets.UTF_8),
                                        RandomPack::join));
            } catch (PackException unreadable) {
                return whole;
            }
        }
        return whole;
    }

    private static byte[] join(byte[] one, byte[] other) {
        return (new String(one, StandardCharsets.UTF_8) + new String(other, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
