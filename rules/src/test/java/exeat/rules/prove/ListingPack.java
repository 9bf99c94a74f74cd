package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.source.PackException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A pack by chance whose tables list the same things several times, mixed with others. */
final class ListingPack {

    private static final int FLAGS = 4;
    private static final List<String> ROUTE = List.of("outcome", "route");

    private static final String RECORD =
            """
            version: "1"
            title: A Random Letter
            date: 1950-03-01
            issuer: Somebody
            addressees: [Everybody]
            citation: None
            summary: Nothing.
            original language: French
            instruments:
              - {id: wire, held: false}
              - {id: note, held: false}
              - {id: book, held: true}
            content:
              - {paragraph: "1", gist: It is so., binding: true}
            """;

    private static final String AUTHORITIES =
            "authorities:\n  - {id: h, function: committee, name: H, addressee: true}\n";

    private final Random random;
    private final StringBuilder dmn =
            new StringBuilder(
                    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"x\">");

    private final boolean mixed;
    private Optional<Runnable> routes = Optional.empty();

    private ListingPack(Random random, boolean mixed) {
        this.random = random;
        this.mixed = mixed;
    }

    /**
     * The pack of a seed.
     *
     * @param mixed whether rules that list the same thing stand apart from one another
     */
    static ParsedPack of(long seed, boolean mixed) throws PackException {
        return new ListingPack(new Random(seed), mixed).pack();
    }

    /**
     * A pack of which only the routes are of interest.
     *
     * @param rows over the flags {@code f0} to {@code f3}; the rules are {@code r0}, {@code r1},
     *     ...
     */
    static ParsedPack routes(String policy, Row... rows) throws PackException {
        var made = new ListingPack(new Random(0), false);
        made.routes = Optional.of(() -> made.table("Route", policy, ROUTE, List.of(rows)));
        return made.pack();
    }

    private ParsedPack pack() throws PackException {
        dmn.append("<inputData id=\"in-purpose\" name=\"purpose\"/>");
        flags().forEach(flag ->
                dmn.append("<inputData id=\"in-%s\" name=\"%s\"/>".formatted(flag, flag)));
        routes.orElse(this::route).run();
        table(
                "Clearances",
                any("COLLECT", "RULE ORDER", "FIRST"),
                List.of("clearance", "function", "days"),
                rows("\"look\",\"customs\",2", "\"ask\",\"customs\",2", "\"see\",\"customs\",3"));
        table(
                "Documents",
                any("COLLECT", "RULE ORDER", "FIRST"),
                List.of("document"),
                rows("\"paper\"", "\"card\"", "\"letter\""));
        if (routes.isEmpty()) {
            table(
                    "Set-aside grounds",
                    any("COLLECT", "RULE ORDER", "FIRST"),
                    List.of("route", "ground"),
                    rows(
                            "\"A\",\"fraud\"",
                            "\"B\",\"fraud\"",
                            "\"A\",\"danger\"",
                            "\"C\",\"fraud\""));
        }
        var paper = new ArrayList<Row>();
        if (routes.isEmpty()) {
            paper.addAll(rows("30,true,5,0,1", "30,true,5,1,1", "20,true,5,0,1"));
        }
        paper.add(new Row(Map.of(), "30,true,5,0,2", ""));
        table(
                "Paper",
                "FIRST",
                List.of("validity days", "re-entry", "decision days", "fee", "appearances"),
                paper);
        var facts = new StringBuilder("zone: Europe/Paris\nfacts:\n");
        facts.append("  - {name: purpose, type: text, values: [settle, trip], source: purpose,");
        facts.append(" use: decide}\n");
        flags().forEach(flag ->
                facts.append("  - {name: %s, type: boolean, use: decide}\n".formatted(flag)));
        var files = new TreeMap<String, byte[]>();
        var record =
                routes.isEmpty() ? RECORD : RECORD.replaceAll("(?s)instruments:.*(?=content)", "");
        files.put("record.yaml", record.getBytes(UTF_8));
        files.put("vocabulary.yaml", facts.toString().getBytes(UTF_8));
        files.put("authorities.yaml", AUTHORITIES.getBytes(UTF_8));
        files.put("rules.dmn", dmn.append("</definitions>").toString().getBytes(UTF_8));
        files.put("messages_en.properties", "# none\n".getBytes(UTF_8));
        return Pack.parse("x", files);
    }

    /** One rule: tests by flag, outputs as written, and an instrument or nothing. */
    record Row(Map<String, String> when, String gives, String instrument) {}

    private void route() {
        var rows = new ArrayList<Row>();
        for (int at = 0; at < 6; at++) {
            var gives =
                    any(
                            "\"approve in general\",\"A\"",
                            "\"approve in general\",\"B\"",
                            "\"approve in general\",\"A\"",
                            "\"approve always\",\"C\"",
                            "\"refer\",null");
            rows.add(new Row(tests(), gives, any("", "wire", "note", "book", "wire")));
        }
        // Each instrument, and each route that is set aside, belongs to some rule.
        rows.add(new Row(tests(), "\"approve in general\",\"A\"", "wire"));
        rows.add(new Row(tests(), "\"approve in general\",\"B\"", "note"));
        rows.add(new Row(tests(), "\"approve always\",\"C\"", "book"));
        if (!mixed) {
            rows.sort(Comparator.comparing(Row::instrument));
        }
        table(
                "Route",
                any("COLLECT", "RULE ORDER", mixed ? "OUTPUT ORDER" : "FIRST", "FIRST", "PRIORITY"),
                ROUTE,
                rows);
    }

    private List<Row> rows(String... values) {
        var rows = new ArrayList<Row>();
        for (int at = 0; at < 5; at++) {
            rows.add(new Row(tests(), any(values), ""));
        }
        if (!mixed) {
            rows.sort(Comparator.comparing(Row::gives));
        }
        return rows;
    }

    private Map<String, String> tests() {
        var tests = new TreeMap<String, String>();
        for (int at = 0; at < 2; at++) {
            tests.put("f" + random.nextInt(FLAGS), any("true", "false"));
        }
        return tests;
    }

    private static List<String> flags() {
        return IntStream.range(0, FLAGS).mapToObj(at -> "f" + at).toList();
    }

    private String any(String... all) {
        return all[random.nextInt(all.length)];
    }

    private void table(String name, String policy, List<String> outputs, List<Row> rows) {
        var facts = new ArrayList<>(flags());
        facts.add("purpose");
        dmn.append("<decision id=\"%s\" name=\"%s\">".formatted(name.replace(' ', '-'), name));
        dmn.append("<variable name=\"%s\"/>".formatted(name));
        facts.forEach(fact ->
                dmn.append("<informationRequirement><requiredInput href=\"#in-")
                        .append(fact)
                        .append("\"/></informationRequirement>"));
        dmn.append("<decisionTable hitPolicy=\"%s\">".formatted(policy));
        facts.forEach(fact ->
                dmn.append("<input><inputExpression><text>")
                        .append(fact)
                        .append("</text></inputExpression></input>"));
        for (var output : outputs) {
            dmn.append("<output name=\"%s\">".formatted(output));
            if (output.equals("outcome")) {
                var refuses = rows.stream().anyMatch(row -> row.gives().contains("refuse"));
                dmn.append("<outputValues><text>").append(refuses ? "\"refuse\"," : "");
                dmn.append("\"approve always\",\"approve in general\",");
                dmn.append("\"refer\"</text></outputValues>");
            }
            dmn.append("</output>");
        }
        dmn.append("<annotation name=\"paragraph\"/><annotation name=\"instrument\"/>");
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            dmn.append("<rule id=\"r%d\">".formatted(at));
            facts.forEach(fact -> entry("inputEntry", row.when().getOrDefault(fact, "-")));
            for (var value : row.gives().split(",", -1)) {
                entry("outputEntry", value);
            }
            entry("annotationEntry", "1");
            entry("annotationEntry", row.instrument());
            dmn.append("</rule>");
        }
        dmn.append("</decisionTable></decision>");
    }

    private void entry(String tag, String text) {
        dmn.append("<%s><text>%s</text></%s>".formatted(tag, text, tag));
    }
}
