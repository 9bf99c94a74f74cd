package exeat.rules.decide;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Findings with unknown facts if rules differ but their results do not. */
class CompletionsTest {

    private static final Path GOOD = Packs.root().resolve("rules/src/test/resources/packs/good");

    private static final String RULE =
            """
                  <rule id="%s">
                    <inputEntry><text>[2..7.5)</text></inputEntry>
                    <inputEntry><text>&lt; date("1940-01-01")</text></inputEntry>
                    <inputEntry><text>not("Brest", null)</text></inputEntry>
                    <inputEntry><text>%s</text></inputEntry>
                    <inputEntry><text>&gt;= 18</text></inputEntry>
                    <outputEntry><text>%s</text></outputEntry>
                    <outputEntry><text>%s</text></outputEntry>
                    <annotationEntry><text>2</text></annotationEntry>
                    <annotationEntry><text>tide-table</text></annotationEntry>
                  </rule>
            """;

    private static final String GENERAL = "\"approve in general\"";
    private static final String ALWAYS = "\"approve always\"";

    @Test
    void one_route_by_two_rules_stands_and_cites_both() throws PackException {
        var finding =
                decideWithoutSeaLegs(
                        "COLLECT",
                        RULE.formatted("with", "true", GENERAL, "\"A\"")
                                + RULE.formatted("without", "not(true)", GENERAL, "\"A\""));
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(finding.routes()).containsExactly("A");
        assertThat(finding.grounds()).extracting(Ground::rule).containsExactly("with", "without");
        assertThat(finding.facts().knows(new FactName("sea legs"))).isFalse();
    }

    @Test
    void two_routes_to_one_outcome_are_asked_about() throws PackException {
        var finding =
                decideWithoutSeaLegs(
                        "COLLECT",
                        RULE.formatted("with", "true", GENERAL, "\"A\"")
                                + RULE.formatted("without", "not(true)", GENERAL, "\"B\""));
        assertThat(finding.unanswered()).containsExactly(new FactName("sea legs"));
    }

    @Test
    void a_lower_route_beside_is_cited_when_known_and_never_asked_about() throws PackException {
        var rules =
                RULE.formatted("all", "-", ALWAYS, "\"A\"")
                        + RULE.formatted("some", "true", GENERAL, "\"B\"");
        var unknown = decideWithoutSeaLegs("COLLECT", rules);
        assertThat(unknown.outcome()).isEqualTo(Outcome.APPROVE_ALWAYS);
        assertThat(unknown.routes()).containsExactly("A");
        var known = read("COLLECT", rules).decide(facts("true"));
        assertThat(known.routes()).containsExactly("A", "B");
        assertThat(known.grounds()).extracting(Ground::rule).containsExactly("all", "some");
    }

    @Test
    void referral_stands_whether_a_rule_refers_or_none_covers() throws PackException {
        var rules =
                RULE.formatted("some", "true", "\"refer\"", "null")
                        + RULE.formatted("hidden", "false", "\"refer\"", "null");
        var finding = decideWithoutSeaLegs("COLLECT", rules);
        assertThat(finding.why()).contains(ReferReason.UNCOVERED);
        assertThat(finding.grounds()).isEmpty();
        var known = read("COLLECT", rules).decide(facts("true"));
        assertThat(known.why()).contains(ReferReason.BY_RULE);
        assertThat(known.grounds()).extracting(Ground::rule).containsExactly("some");
    }

    @Test
    void beside_an_approval_no_rule_that_refers_matters() throws PackException {
        var rules =
                RULE.formatted("refers", "-", "\"refer\"", "null")
                        + RULE.formatted("approves", "true", GENERAL, "\"A\"");
        var collected = read("COLLECT", rules).decide(facts("true"));
        assertThat(collected.grounds()).extracting(Ground::rule).containsExactly("approves");
        var first = read("FIRST", rules).decide(facts("true"));
        assertThat(first.outcome()).isEqualTo(Outcome.REFER);
    }

    private static Finding decideWithoutSeaLegs(String policy, String rules) throws PackException {
        var without = new TreeMap<>(facts("true").values());
        without.remove(new FactName("sea legs"));
        return read(policy, rules).decide(new Facts(without));
    }

    /** The good pack with other rules in its table of routes. */
    private static Directive read(String policy, String rules) throws PackException {
        var files = Pack.files(GOOD);
        var dmn = new String(bytes(files, "rules.dmn"), StandardCharsets.UTF_8);
        int from = dmn.indexOf("<rule id=\"short\">");
        int to = dmn.indexOf("</decisionTable>", from);
        var changed = dmn.substring(0, from).replace("COLLECT", policy) + rules + dmn.substring(to);
        files.put("rules.dmn", changed.getBytes(StandardCharsets.UTF_8));
        var messages = new String(bytes(files, "messages_en.properties"), StandardCharsets.UTF_8);
        var routes = messages.replace("route.A=Fishers\n", "");
        for (var route : new String[] {"A", "B"}) {
            if (rules.contains("\"" + route + "\"")) {
                routes += "route." + route + "=Route\n";
            }
        }
        files.put("messages_en.properties", routes.getBytes(StandardCharsets.UTF_8));
        return Pack.read("boats", files);
    }

    private static byte[] bytes(java.util.Map<String, byte[]> files, String name) {
        return java.util.Objects.requireNonNull(files.get(name));
    }

    private static Facts facts(String seaLegs) {
        return Facts.NONE
                .with(new FactName("purpose"), Value.of("settle"))
                .with(new FactName("length of boat"), Value.of(3))
                .with(new FactName("day of birth"), Value.of(java.time.LocalDate.of(1930, 1, 1)))
                .with(new FactName("home port"), Value.of("Calais"))
                .with(new FactName("sea legs"), Value.of(Boolean.parseBoolean(seaLegs)))
                .with(new FactName("age"), Value.of(40));
    }
}
