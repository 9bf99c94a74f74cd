package exeat.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Packs of 2,000 rules by chance, over amounts, days and ages, held to the reference evaluator. */
class WidePacksTest {

    private static final int RULES = 2000;
    private static final List<String> POLICIES = List.of("FIRST", "COLLECT", "RULE ORDER");
    private static final List<String> PORTS =
            List.of("-", "\"Brest\"", "\"Calais\"", "not(\"Brest\")", "null");
    private static final List<String> LEGS = List.of("-", "true", "false", "\"withheld\"");

    private final Random random;

    /** So many bounds are among which a rule chooses, of each fact. */
    private int bounds;

    private int unanswered;
    private int settled;

    WidePacksTest() {
        this.random = new Random(20261201);
    }

    @Test
    void people_are_decided_as_the_judge_says() throws PackException {
        compare(POLICIES.subList(0, 2), 20, 4, 10);
    }

    @Tag("full")
    @Test
    void many_people_are_decided_as_the_judge_says() throws PackException {
        compare(POLICIES, 1_000, 100, 12);
        assertThat(settled).isPositive();
    }

    /**
     * Compares findings under a pack of each policy.
     *
     * @param whole people of whom everything is known, where bounds are many
     * @param partly people of whom something is open, where bounds are few
     */
    private void compare(List<String> policies, int whole, int partly, int few)
            throws PackException {
        for (var policy : policies) {
            bounds = 5_000;
            var wide = Judge.of(pack(policy));
            for (int person = 0; person < whole; person++) {
                compare(policy, wide, person(0));
            }
            bounds = few;
            var narrow = Judge.of(pack(policy));
            for (int person = 0; person < partly; person++) {
                compare(policy, narrow, person(1 + random.nextInt(2)));
            }
        }
        assertThat(unanswered).isPositive();
    }

    private void compare(String policy, Judge judge, Facts facts) {
        var finding = judge.directive().decide(facts);
        assertThat(Judge.finding(finding))
                .as("%s, %d bounds: %s", policy, bounds, facts)
                .isEqualTo(Judge.plain(judge.finding(facts)));
        boolean isOpen = facts.values().size() < judge.evaluator().read().size();
        boolean asks = finding.why().equals(Optional.of(ReferReason.UNANSWERED));
        unanswered += asks ? 1 : 0;
        settled += isOpen && !asks ? 1 : 0;
    }

    /** Somebody of whom so many facts are unknown. */
    private Facts person(int open) {
        var facts =
                Facts.NONE
                        .with(name("purpose"), Value.of(random.nextBoolean() ? "settle" : "trip"))
                        .with(name("length of boat"), Value.of(length(random.nextInt(bounds))))
                        .with(name("day of birth"), Value.of(day(random.nextInt(bounds))))
                        .with(name("home port"), Value.of(random.nextBoolean() ? "Brest" : "Rye"))
                        .with(name("sea legs"), Value.of(random.nextBoolean()))
                        .with(name("age"), Value.of(random.nextInt(100)));
        var names = List.copyOf(facts.values().keySet());
        var values = new java.util.TreeMap<>(facts.values());
        for (int at = 0; at < open; at++) {
            values.remove(names.get(random.nextInt(names.size())));
        }
        return new Facts(values);
    }

    private static FactName name(String text) {
        return new FactName(text);
    }

    private BigDecimal length(int bound) {
        return BigDecimal.valueOf(bound * 10_000L / bounds, 2);
    }

    private LocalDate day(int bound) {
        return LocalDate.of(1900, 1, 1).plusDays(bound * 30_000L / bounds);
    }

    private Directive pack(String policy) throws PackException {
        var files =
                Pack.files(Packs.root().resolve(Path.of("rules/src/test/resources/packs/good")));
        var dmn = text(files.get("rules.dmn"));
        int from = dmn.indexOf("<rule id=\"short\">");
        int to = dmn.indexOf("</decisionTable>", from);
        var rules = new StringBuilder();
        for (int rule = 0; rule < RULES; rule++) {
            rules.append(rule(rule));
        }
        var head = dmn.substring(0, from).replace("\"COLLECT\"", "\"" + policy + "\"");
        files.put("rules.dmn", bytes(head + rules + dmn.substring(to)));
        files.put(
                "messages_en.properties",
                bytes(text(files.get("messages_en.properties")) + "route.B=Others\n"));
        return Pack.read("boats", files);
    }

    private String rule(int number) {
        // The first two approve by both routes, so that each route has its words.
        int kind = number < 2 ? number : random.nextInt(3);
        return "<rule id=\"r"
                + number
                + "\">"
                + entry("input", range(this::lengthText))
                + entry("input", range(bound -> "date(\"" + day(bound) + "\")"))
                + entry("input", PORTS.get(random.nextInt(PORTS.size())))
                + entry("input", LEGS.get(random.nextInt(LEGS.size())))
                + entry("input", age())
                + entry(
                        "output",
                        List.of("\"approve always\"", "\"approve in general\"", "\"refer\"")
                                .get(kind))
                + entry("output", List.of("\"A\"", "\"B\"", "null").get(kind))
                + entry("annotation", "2")
                + entry("annotation", "tide-table")
                + "</rule>";
    }

    private String lengthText(int bound) {
        return length(bound).toPlainString();
    }

    private String range(java.util.function.IntFunction<String> text) {
        int low = random.nextInt(bounds);
        int high = Math.min(bounds - 1, low + random.nextInt(1 + bounds / 4));
        return switch (random.nextInt(12)) {
            case 0 -> "-";
            case 1 -> "&lt; " + text.apply(low);
            case 2 -> "&gt;= " + text.apply(low);
            default -> "[" + text.apply(low) + ".." + text.apply(high) + "]";
        };
    }

    private String age() {
        int low = random.nextInt(90);
        return random.nextInt(4) == 0 ? "-" : "[" + low + ".." + (low + random.nextInt(30)) + "]";
    }

    private static String entry(String kind, String text) {
        return "<%sEntry><text>%s</text></%sEntry>".formatted(kind, text, kind);
    }

    private static String text(byte @Nullable [] bytes) {
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
