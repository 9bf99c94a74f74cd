package exeat.rules.prove.pairs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Prover;
import exeat.rules.prove.pairs.WrittenTables.Rule;
import exeat.rules.prove.pairs.WrittenTables.Table;
import exeat.rules.source.PackException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A local number in order with one of the pack above, and what links say of the local one: whether
 * they leave out somebody who is possible above, with a value that no rule names.
 */
class VacuityTest {

    /** The one amount that a rule names. */
    private static final String AMOUNT = "40";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other >= amount |           |       ",
                "other >= amount | >= -5     |       ",
                "other >= amount | < 3       | >= 3  ",
                "other >= amount | <= 3      | > 3   ",
                "other > amount  | < 3       | >= 2  ",
                "other > amount  | <= 3      | >= 3  ",
                "other <= amount | >= 7      | < 7   ",
                "other < amount  | > 7       | < 9   ",
                "other < amount  | >= 7      | <= 7  ",
                "other < amount  | >= -5     | <= -5 ",
                "amount < other  | 4         | >= 4  ",
                "amount > other  | 4         | <= 4  ",
            })
    void links_leave_out_exactly_those_who_have_no_local_value(
            String order, String local, String leftOut) throws PackException {
        var failures = leftOut(low(order, local));
        assertThat(failures).hasSize(leftOut == null ? 0 : 1);
        if (leftOut != null) {
            assertThat(isMeant(failures.getFirst(), leftOut)).as("%s", failures).isTrue();
        }
    }

    @Test
    void who_has_no_amount_is_left_out_where_no_local_value_is_allowed_then() throws PackException {
        var failures = leftOut("other >= amount", "other: '< 0'", "other: '> 0'");
        assertThat(failures).hasSize(1);
        var person = failures.getFirst().people().getFirst().facts();
        assertThat(person.value(new FactName("amount"))).contains(Value.ABSENT);
        assertThat(leftOut("other >= amount", "other: '< 0'", "other: '> -2'")).isEmpty();
    }

    /** Whom links leave out of a pack above whose amount may be absent, and rules of those. */
    private static List<Failure> leftOut(String order, String... withoutAmount)
            throws PackException {
        var links = new StringBuilder("links:\n  - {because: time, always: " + order + "}\n");
        for (var then : withoutAmount) {
            links.append("  - {because: rule, when: {amount: 'null'}, then: {" + then + "}}\n");
        }
        var optional = vocabulary("amount").replace("amount,", "amount, optional: true,");
        return leftOut(packs(optional, vocabulary("other") + links));
    }

    private static List<Failure> leftOut(ParsedPack pack) {
        return Prover.of(pack).proof(Obligation.NO_RESTRICTION).failures().stream()
                .filter(failure -> failure.says().startsWith("The links exclude somebody"))
                .toList();
    }

    @Test
    void no_age_is_below_nought_though_no_rule_is_near_that_number() throws PackException {
        var age = vocabulary("other").replace("scale: 0", "source: age");
        var links = "links:\n  - {because: time, always: other < amount}\n";
        var failures = leftOut(packs(vocabulary("amount"), age + links));
        assertThat(failures).hasSize(1);
        assertThat(isMeant(failures.getFirst(), "<= 0")).isTrue();
    }

    private static boolean isMeant(Failure failure, String leftOut) {
        var facts = failure.people().getFirst().facts();
        assertThat(facts.knows(new FactName("other"))).isFalse();
        int amount =
                ((Value.Quantity) facts.value(new FactName("amount")).orElseThrow())
                        .number()
                        .intValueExact();
        int space = leftOut.indexOf(' ');
        int bound = Integer.parseInt(leftOut.substring(space + 1));
        return switch (leftOut.substring(0, space)) {
            case "<" -> amount < bound;
            case "<=" -> amount <= bound;
            case ">" -> amount > bound;
            default -> amount >= bound;
        };
    }

    private static ParsedPack low(String order, String local) throws PackException {
        var links = "links:\n  - {because: time, always: " + order + "}\n";
        if (local != null) {
            links +=
                    "  - {because: rule, when: {purpose: '\"settle\"'}, then: {other: '"
                            + local
                            + "'}}\n";
        }
        return packs(vocabulary("amount"), vocabulary("other") + links);
    }

    private static ParsedPack packs(String topVocabulary, String lowVocabulary)
            throws PackException {
        var files = new TreeMap<String, byte[]>();
        var top = RandomLayers.of(0).files("top");
        var above = new TreeMap<>(top);
        put(above, "vocabulary.yaml", topVocabulary);
        put(above, "rules.dmn", WrittenTables.dmn(List.of("purpose", "amount"), tables()));
        var missing = Pack.parse("top", above).missingKeys().getOrDefault("en", List.of());
        put(above, "messages_en.properties", String.join("=x\n", missing) + "=x\n");
        above.forEach((name, bytes) -> files.put("extends/top/" + name, bytes));
        files.putAll(top);
        var record = new String(above.getOrDefault("record.yaml", new byte[0]), UTF_8);
        put(files, "record.yaml", record.replace("title:", "extends: top\ntitle:"));
        put(files, "vocabulary.yaml", lowVocabulary);
        put(files, "rules.dmn", WrittenTables.dmn(List.of("purpose", "amount", "other"), tables()));
        put(files, "messages_en.properties", "# none\n");
        return Pack.parse("low", files);
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(UTF_8));
    }

    private static String vocabulary(String number) {
        var purpose =
                number.equals("amount")
                        ? "  - {name: purpose, type: text, values: [settle], source: purpose,"
                                + " use: decide}\n"
                        : "";
        return "zone: Europe/Paris\nfacts:\n"
                + purpose
                + "  - {name: %s, type: number, scale: 0, use: decide}\n".formatted(number);
    }

    private static Map<String, Table> tables() {
        var tables = new LinkedHashMap<String, Table>();
        var route =
                new Rule(Map.of("amount", AMOUNT), List.of("\"approve in general\"", "\"A\""), "1");
        tables.put("Route", new Table("COLLECT", List.of("outcome", "route"), List.of(route)));
        tables.put(
                "Clearances",
                new Table(
                        "COLLECT",
                        List.of("clearance", "function", "days"),
                        List.of(new Rule(Map.of(), List.of("\"look\"", "\"customs\"", "2"), "1"))));
        tables.put(
                "Paper",
                new Table(
                        "FIRST",
                        List.of("validity days", "re-entry", "decision days", "fee", "appearances"),
                        List.of(new Rule(Map.of(), List.of("30", "true", "5", "0", "1"), "1"))));
        return tables;
    }
}
