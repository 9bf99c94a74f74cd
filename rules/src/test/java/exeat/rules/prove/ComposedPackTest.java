package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Directive;
import exeat.rules.Interview;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.RandomPack;
import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.document.RuleView;
import exeat.rules.explain.RuleTrace;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Outcome;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A pack whose routes ask a decision and a function of a fact, from end to end. */
class ComposedPackTest {

    private static final FactName PURPOSE = new FactName("purpose");
    private static final FactName AGE = new FactName("age");
    private static final FactName LENGTH = new FactName("length of boat");

    private static final String VOCABULARY =
            """
            zone: Europe/Paris
            facts:
              - {name: purpose, type: text, values: [settle, return, trip], source: purpose, use: decide}
              - {name: age, type: number, source: age, use: decide}
              - {name: length of boat, type: number, scale: 1, use: decide}
            """;

    private static final String REACH =
            """
            <decision id="reach" name="reach"><decisionTable>
              <input><inputExpression><text>age</text></inputExpression></input>
              <output name="reach"/><annotation name="paragraph"/>
              <rule id="young"><inputEntry><text>&lt; 18</text></inputEntry>
                <outputEntry><text>"near"</text></outputEntry>
                <annotationEntry><text>2</text></annotationEntry></rule>
              <rule id="grown"><inputEntry><text>&gt;= 18</text></inputEntry>
                <outputEntry><text>"far"</text></outputEntry>
                <annotationEntry><text>2</text></annotationEntry></rule>
            </decisionTable></decision>
            """;

    private static final String ROUTE =
            """
            <informationRequirement><requiredDecision href="#reach"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT">
              <input><inputExpression><text>reach</text></inputExpression></input>
              <input><inputExpression><text>EXPRESSION</text></inputExpression></input>
              <output name="outcome"/><output name="route"/><annotation name="paragraph"/>
              <rule id="sail"><inputEntry><text>"far"</text></inputEntry><inputEntry><text>[5..15)</text></inputEntry>
                <outputEntry><text>"approve in general"</text></outputEntry><outputEntry><text>"A"</text></outputEntry>
                <annotationEntry><text>2</text></annotationEntry></rule>
            """;

    @Test
    void it_decides_on_both_sides_of_every_bound() throws PackException {
        var pack = Pack.read("boats", files("length of boat * 2"));
        assertThat(outcome(pack, 18, "2.5")).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(outcome(pack, 18, "7.4")).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(outcome(pack, 17, "7.4")).isEqualTo(Outcome.REFER);
        assertThat(outcome(pack, 18, "7.5")).isEqualTo(Outcome.REFER);
        assertThat(outcome(pack, 18, "2.4")).isEqualTo(Outcome.REFER);
        assertThatThrownBy(() -> outcome(pack, 18, "7.45"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome outcome(Directive pack, long age, String length) {
        return pack.decide(facts(age).with(LENGTH, Value.of(new BigDecimal(length)))).outcome();
    }

    private static Facts facts(long age) {
        return Facts.NONE.with(PURPOSE, Value.of("trip")).with(AGE, Value.of(age));
    }

    @Test
    void it_asks_for_facts_and_stops_when_they_settle_it() throws PackException {
        var interview = Pack.read("boats", files("length of boat * 2")).interview();
        assertThat(interview.next(facts(17), Set.of())).isInstanceOf(Interview.Settled.class);
        assertThat(interview.next(facts(18), Set.of()))
                .isInstanceOfSatisfying(
                        Interview.Ask.class, ask -> assertThat(ask.fact()).isEqualTo(LENGTH));
    }

    @Test
    void its_trace_tries_every_rule_as_it_is_written() throws PackException {
        var pack = Pack.read("boats", files("length of boat * 2"));
        var known = facts(18).with(LENGTH, Value.of(new BigDecimal("7.5")));
        var decisions = RuleTrace.of(pack, known).decisions();
        assertThat(decisions.getFirst().name()).isEqualTo("reach");
        assertThat(decisions.getFirst().rules())
                .extracting(RuleTrace.Tried::result)
                .last()
                .isEqualTo(new RuleTrace.Matched());
        assertThat(decisions.get(1).rules().getFirst().result())
                .isEqualTo(
                        new RuleTrace.Failed(
                                new FactName("length of boat * 2"),
                                "[5..15)",
                                java.util.Optional.empty()));
        assertThat(RuleTrace.of(pack, facts(18)).decisions().get(1).rules().getFirst().result())
                .isEqualTo(new RuleTrace.Open(java.util.List.of(LENGTH)));
    }

    @Test
    void it_is_proved_and_its_regions_speak_of_facts() throws PackException {
        var report = Prover.of(Pack.read("boats", files("length of boat * 2")));
        assertThat(report.proved()).isTrue();
        assertThat(report.proof(Obligation.ANSWERS).notes())
                .extracting(Proof.Failure::region)
                .contains("age is less than 18");
    }

    @Test
    void an_unprovable_pack_is_named_and_neither_decides_nor_comes_into_force()
            throws PackException {
        var files = files("length of boat - age");
        assertThatThrownBy(() -> Pack.read("boats", files))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("Route, length of boat - age: is not provable:");
        var draft = Pack.parse("boats", files);
        var report = Prover.of(draft);
        assertThat(report.proved()).isFalse();
        assertThat(report.unprovable())
                .singleElement()
                .extracting(Unprovable::element)
                .isEqualTo("Route, length of boat - age");
        for (var proof : report.proofs()) {
            assertThat(proof.verdict())
                    .isEqualTo(
                            proof.obligation() == Obligation.CITES
                                    ? Verdict.PROVED
                                    : Verdict.NOT_PROVABLE);
        }
        assertThat(report.proof(Obligation.ANSWERS).notes().getFirst().says())
                .startsWith("Not provable: Route, length of boat - age (line ")
                .endsWith(
                        "it combines two facts, age and length of boat: declare the combination"
                                + " as a fact of its own.");
        assertThat(draft.rules()).extracting(RuleView::id).contains("young", "sail", "look");
    }

    private static Map<String, byte[]> files(String expression) throws PackException {
        var files =
                new TreeMap<>(
                        Pack.files(Packs.root().resolve("rules/src/test/resources/packs/good")));
        var rules = text(files, "rules.dmn");
        int from = rules.indexOf("<decisionTable");
        int to = rules.indexOf("</decisionTable>");
        var whole =
                rules.substring(0, from)
                        + ROUTE.replace("EXPRESSION", expression)
                        + rules.substring(to);
        put(files, "rules.dmn", whole.replaceFirst("<decision ", REACH + "<decision "));
        put(files, "vocabulary.yaml", VOCABULARY);
        put(
                files,
                "record.yaml",
                text(files, "record.yaml")
                        .replace("instruments:\n  - id: tide-table\n    held: false\n", ""));
        put(files, "messages_en.properties", "");
        return RandomPack.worded("boats", files);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
