package exeat.rules.prove.pairs;

import exeat.rules.prove.pairs.WrittenTables.Rule;
import exeat.rules.prove.pairs.WrittenTables.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two or three small packs by chance, the same for the same seed. A pack below another is a copy
 * with a few edits, some of which help people and some of which do not.
 */
final class RandomLayers {

    /** From this seed on, a fact is always protected, and links say more at once. */
    static final long JOINT = 1_000_000;

    static final long GROUPS = 3_900_000; // Two of three values are shielded in each fifth pair.

    private static final String RECORD =
            """
            version: "1"
            EXTENDStitle: A Random Letter
            date: 1950-03-01
            issuer: Somebody
            addressees: [Everybody]
            citation: None
            summary: Nothing.
            original language: French
            content:
              - {paragraph: "1", gist: It is so., binding: true, reveals protected: REVEALS}
            """;

    private static final String AUTHORITIES =
            "authorities:\n  - {id: h, function: committee, name: Harbour, addressee: true}\n";

    private static final Map<String, String> FACTS =
            Map.of(
                    "purpose", "type: text, values: [settle, trip], source: purpose",
                    "tie", "type: text, values: [p, q], protected: true, shielded: [p]",
                    "faith", "type: text, values: [p, q, r], protected: true, shielded: [p]",
                    "amount", "type: number, scale: 0",
                    "flag", "type: boolean, optional: true",
                    "kind", "type: text, values: [u, v, w]",
                    "extra", "type: boolean",
                    "more", "type: boolean",
                    "other", "type: number, scale: 0");

    private static final List<String> NUMBER_TESTS =
            List.of("< 1", ">= 1", "[1..3)", "3", "not(1)", "> 3", "<= 1");

    private static final Map<String, List<String>> TESTS =
            Map.of(
                    "purpose", List.of("\"settle\"", "\"trip\""),
                    "tie", List.of("\"p\"", "\"q\"", "\"withheld\"", "not(\"q\")", "\"p\",\"q\""),
                    "faith", List.of("\"p\"", "\"q\"", "\"p\",\"r\"", "not(\"p\")", "not(\"q\")"),
                    "amount", NUMBER_TESTS,
                    "flag", List.of("true", "false", "null", "not(true)"),
                    "kind", List.of("\"u\"", "\"v\"", "not(\"w\")", "\"u\",\"w\""),
                    "extra", List.of("true", "false"),
                    "more", List.of("true", "false"),
                    "other", NUMBER_TESTS);

    private final Random random;
    private final long seed;
    private final RandomOutputs outputs;
    private final List<String> facts = new ArrayList<>();
    private Map<String, Table> tables = new LinkedHashMap<>();

    /** The names of the packs, the one above all first. */
    private final List<String> names;

    private final Map<String, Map<String, byte[]>> files = new TreeMap<>();

    private RandomLayers(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.seed = seed;
        this.outputs = new RandomOutputs(seed);
        this.names =
                random.nextInt(10) < 3 ? List.of("top", "middle", "low") : List.of("top", "low");
    }

    /** The packs of a seed, whole but for words. */
    static RandomLayers of(long seed) {
        var layers = new RandomLayers(seed);
        layers.write();
        return layers;
    }

    List<String> names() {
        return names;
    }

    /** A pack's own files, by name. */
    Map<String, byte[]> files(String name) {
        return Collections.unmodifiableMap(files.getOrDefault(name, Map.of()));
    }

    private void write() {
        boolean linked = random.nextInt(10) < 7;
        top();
        put("top", "", facts, "");
        for (int at = 1; at < names.size(); at++) {
            var name = names.get(at);
            boolean last = at == names.size() - 1;
            var own = ownFacts(last);
            facts.addAll(own);
            var edited = new LinkedHashMap<String, Table>();
            tables.forEach((table, rules) -> edited.put(table, rules.copy()));
            tables = edited;
            edit(own);
            if (last) {
                spoil();
            }
            readAll(own);
            keepRoute();
            var links = linked && (last || random.nextInt(4) == 0) ? links(own) : "";
            put(name, "extends: " + names.get(at - 1) + "\n", own, links);
        }
    }

    private void top() {
        facts.add("purpose");
        if (seed >= JOINT || random.nextInt(10) < 6) {
            facts.add(random.nextInt(3) == 0 ? "faith" : "tie");
        }
        for (var fact : List.of("amount", "flag", "kind")) {
            if (random.nextInt(10) < 5 && facts.size() < 4) {
                facts.add(fact);
            }
        }
        var policies =
                random.nextInt(12) == 0
                        ? List.of("UNIQUE")
                        : seed >= JOINT && random.nextInt(4) == 0
                                ? List.of("ANY", "RULE ORDER")
                                : List.of("COLLECT", "OUTPUT ORDER", "FIRST", "PRIORITY");
        var route = table("Route", any(policies), "outcome", "route");
        for (int many = 2 + random.nextInt(3); many > 0; many--) {
            route.add(rule(1 + random.nextInt(2), outcome()));
        }
        var clearances =
                table(
                        "Clearances",
                        random.nextBoolean() ? "COLLECT" : "FIRST",
                        "clearance",
                        "function",
                        "days");
        clearances.add(clearance());
        if (random.nextInt(3) == 0) {
            clearances.add(clearance());
        }
        table("Documents", "COLLECT", "document").add(rule(1, "\"paper\""));
        table("Set-aside grounds", "COLLECT", "route", "ground").add(rule(1, "\"A\"", "\"fraud\""));
        var paper =
                table(
                        "Paper",
                        "FIRST",
                        "validity days",
                        "re-entry",
                        "decision days",
                        "fee",
                        "appearances");
        for (int at = random.nextInt(3); at > 0; at--) {
            paper.add(paper(random.nextInt(2)));
        }
        paper.add(paper(0));
        readAll(facts);
        keepRoute();
    }

    /** What is set aside must be a route that some rule has. */
    private void keepRoute() {
        var route = rules("Route");
        if (route.stream().noneMatch(rule -> rule.gives().contains("\"A\""))) {
            var last = route.removeLast();
            route.add(
                    new Rule(last.when(), routed(List.of("\"approve in general\"")), last.cites()));
        }
    }

    private List<Rule> table(String name, String policy, String... outputs) {
        var rules = new ArrayList<Rule>();
        tables.put(name, new Table(policy, List.of(outputs), rules));
        return rules;
    }

    private List<Rule> rules(String table) {
        return Objects.requireNonNull(tables.get(table), table).rules();
    }

    private String outcome() {
        return any(
                List.of(
                        "\"approve in general\"",
                        "\"approve in general\"",
                        "\"approve always\"",
                        "\"refer\""));
    }

    /** A rule with tests of some facts; of one that gives an outcome, with the route of that. */
    private Rule rule(int tests, String... gives) {
        var rule = new Rule(Map.of(), routed(List.of(gives)), "1");
        for (int at = 0; at < tests; at++) {
            var fact = any(facts);
            rule = rule.with(fact, any(tests(fact)));
        }
        return rule;
    }

    private static List<String> tests(String fact) {
        return TESTS.getOrDefault(fact, List.of());
    }

    private static List<String> routed(List<String> gives) {
        return switch (gives.getFirst()) {
            case "\"approve in general\"" -> List.of(gives.getFirst(), "\"A\"");
            case "\"approve always\"" -> List.of(gives.getFirst(), "\"B\"");
            case "\"refer\"", "\"refuse\"" -> List.of(gives.getFirst(), "null");
            default -> gives;
        };
    }

    private Rule clearance() {
        return rule(1, "\"look\"", "\"customs\"", random.nextBoolean() ? "2" : "4");
    }

    private Rule paper(int tests) {
        return rule(
                tests,
                random.nextInt(3) == 0 ? "20" : "30",
                random.nextInt(4) == 0 ? "false" : "true",
                "5",
                random.nextInt(4) == 0 ? "1" : "0",
                "1");
    }

    private List<String> ownFacts(boolean last) {
        var own = new ArrayList<String>();
        if (random.nextInt(10) < 6) {
            own.add(last ? "more" : "extra");
        }
        if (last && random.nextInt(10) < 2 && facts.size() < 4) {
            own.add("other");
        }
        return own;
    }

    /** What a pack says otherwise than the one above it. */
    private void edit(List<String> own) {
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            var name = any(List.copyOf(tables.keySet()));
            var rules = rules(name);
            int at = random.nextInt(rules.size());
            boolean kind = random.nextInt(10) < 7;
            switch (name) {
                case "Route" -> route(rules, at, kind);
                case "Paper" -> {
                    int output = any(List.of(0, 1, 3));
                    var value =
                            switch (output) {
                                case 0 -> kind ? "30" : "20";
                                case 1 -> kind ? "true" : "false";
                                default -> kind ? "0" : "1";
                            };
                    rules.set(at, rules.get(at).giving(output, value));
                }
                default -> {
                    var fact = any(facts);
                    var rule = rules.get(at);
                    rules.set(at, kind ? rule.with(fact, any(tests(fact))) : rule.without(fact));
                }
            }
        }
        for (var fact : own) {
            if (random.nextInt(3) > 0) {
                turnOn(fact);
            }
        }
    }

    private void route(List<Rule> rules, int at, boolean kind) {
        var rule = rules.get(at);
        var fact = any(facts);
        switch (random.nextInt(3)) {
            case 0 -> {
                var better = kind ? "\"approve always\"" : "\"refer\"";
                rules.set(at, new Rule(rule.when(), routed(List.of(better)), "1"));
            }
            case 1 ->
                    rules.add(
                            random.nextInt(rules.size() + 1),
                            rule(2, kind ? "\"approve always\"" : "\"refer\""));
            default ->
                    rules.set(
                            at,
                            kind == rule.gives().getFirst().equals("\"refer\"")
                                    ? rule.with(fact, any(tests(fact)))
                                    : rule.without(fact));
        }
    }

    /** Makes something turn on a fact, or seem to. */
    private void turnOn(String fact) {
        var rules = rules(any(List.copyOf(tables.keySet())));
        int at = random.nextInt(rules.size());
        var asked = rules.get(at).with(fact, any(tests(fact)));
        if (random.nextInt(4) > 0) {
            rules.add(at, asked);
        } else {
            rules.set(at, asked);
        }
    }

    /** What the other obligations look for. */
    private void spoil() {
        int chance = random.nextInt(100);
        if (chance < (seed >= JOINT ? 20 : 8)) {
            var route = rules("Route");
            route.add(random.nextInt(route.size() + 1), rule(1, "\"refuse\""));
        } else if (chance < (seed >= JOINT ? 28 : 21)) {
            var paper = rules("Paper");
            var fact = any(facts);
            paper.set(paper.size() - 1, paper.getLast().with(fact, any(tests(fact))));
        } else if (chance < (seed >= JOINT ? 36 : 33)) {
            var rules = rules(any(List.copyOf(tables.keySet())));
            int at = random.nextInt(rules.size());
            rules.set(at, rules.get(at).citing(random.nextBoolean() ? "2" : ""));
        }
    }

    /** Each fact must be read by some rule. */
    private void readAll(List<String> some) {
        for (var fact : some) {
            boolean isRead =
                    tables.values().stream()
                            .flatMap(table -> table.rules().stream())
                            .anyMatch(rule -> rule.when().containsKey(fact));
            if (!isRead) {
                var rules = rules("Route");
                int at = random.nextInt(rules.size());
                // The same rule twice: it seems to turn on the fact, and does not.
                if (random.nextBoolean()) {
                    rules.add(at, rules.get(at).with(fact, any(tests(fact))));
                } else {
                    rules.set(at, rules.get(at).with(fact, any(tests(fact))));
                }
            }
        }
    }

    /** Links of several facts at once, the protected one mostly among those that they are about. */
    private String jointLinks() {
        var links = new StringBuilder("links:\n");
        for (int many = 1 + random.nextInt(3); many > 0; many--) {
            var some = new ArrayList<>(facts);
            Collections.shuffle(some, random);
            if (random.nextInt(4) > 0) {
                some.sort(
                        Comparator.comparing(
                                fact -> !FACTS.getOrDefault(fact, "").contains("protected")));
            }
            int asked = 1 + random.nextInt(2);
            int end = Math.min(some.size(), asked + 1 + random.nextInt(2));
            if (some.size() > asked) {
                links.append(
                        "  - {because: rule, when: {%s}, then: {%s}}\n"
                                .formatted(
                                        tested(some.subList(0, asked)),
                                        tested(some.subList(asked, end))));
            }
        }
        return links.toString().endsWith("links:\n") ? "" : links.toString();
    }

    private String tested(List<String> some) {
        return some.stream()
                .map(fact -> "%s: '%s'".formatted(fact, any(tests(fact))))
                .collect(Collectors.joining(", "));
    }

    private String links(List<String> own) {
        if (seed >= JOINT && random.nextInt(4) > 0) {
            return jointLinks();
        }
        var links = new StringBuilder("links:\n");
        for (int many = 1 + random.nextInt(2); many > 0; many--) {
            if (facts.contains("amount") && facts.contains("other") && random.nextBoolean()) {
                var order = any(List.of("other >= amount", "amount < other", "other <= amount"));
                links.append("  - {because: time, always: %s}\n".formatted(order));
                continue;
            }
            var when = any(facts);
            var then = own.isEmpty() || random.nextInt(8) == 0 ? any(facts) : any(own);
            if (!when.equals(then)) {
                links.append(
                        "  - {because: rule, when: {%s: '%s'}, then: {%s: '%s'}}\n"
                                .formatted(when, any(tests(when)), then, any(tests(then))));
            }
        }
        return links.toString().endsWith("links:\n") ? "" : links.toString();
    }

    private void put(String name, String extended, List<String> own, String links) {
        var vocabulary = new StringBuilder("zone: Europe/Paris\n");
        if (!own.isEmpty()) {
            vocabulary.append("facts:\n");
            own.forEach(fact ->
                    vocabulary.append(
                            "  - {name: %s, %s, use: decide}\n".formatted(fact, definition(fact))));
        }
        var here = new TreeMap<String, byte[]>();
        here.put("record.yaml", bytes(record(name, extended)));
        here.put("vocabulary.yaml", bytes(vocabulary + outputs.declare() + links));
        tables = outputs.with(tables);
        here.put("authorities.yaml", bytes(AUTHORITIES));
        here.put("rules.dmn", bytes(WrittenTables.dmn(facts, tables)));
        here.put("messages_en.properties", bytes("# none\n"));
        files.put(name, here);
    }

    /** In three packs of four the paragraph that all rules cite is marked. */
    private String record(String name, String extended) {
        var reveals = Boolean.toString((seed * 31 + name.hashCode()) % 4 != 0);
        return RECORD.replace("EXTENDS", extended).replace("REVEALS", reveals);
    }

    /** In each fifth pair, a protected fact shields no value. */
    private String definition(String fact) {
        var shields = seed >= GROUPS && seed % 5 == 1 && fact.equals("faith") ? "[p, r]" : "[p]";
        var declared = FACTS.getOrDefault(fact, "").replace("[p]", shields);
        return declared.replace(seed % 5 == 0 ? ", shielded: [p]" : "#", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
