package exeat.rules.prove.holes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.ParsedPack;
import exeat.rules.RandomPack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.pack.PackFiles;
import exeat.rules.prove.Layers;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import exeat.rules.source.PackProblems;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest packs of restrictions that once passed as proved: each must be found. */
public final class HolesTest {

    public static Path folder(String hole) {
        return Packs.root().resolve("rules/src/test/resources/holes").resolve(hole);
    }

    private static Directive read(String hole) throws PackException {
        return Pack.read(folder(hole));
    }

    private static void isWorse(Directive local, Facts person) {
        var above = local.parent().orElseThrow();
        var known = new TreeMap<>(person.values());
        known.keySet().removeIf(name -> above.vocabulary().definition(name).isEmpty());
        assertThat(local.decide(person).atLeastAsGoodAs(above.decide(new Facts(known)))).isFalse();
    }

    @Test
    void a_parents_fact_that_the_local_pack_reads_by_a_dash_alone_stops_no_proof()
            throws PackException {
        var report = Prover.of(read("d/d1-dash"));
        assertThat(report.proved()).as("%s", report.proofs()).isTrue();
    }

    @Test
    void whom_the_parent_refers_the_local_pack_may_not_burden() throws PackException {
        var local = read("d/d2-referred");
        var proof = Prover.of(local).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .contains("d charges a fee of 100; d2-referred charges a fee of 99999.");
        proof.failures().forEach(failure -> isWorse(local, failure.people().getFirst().facts()));
    }

    @Test
    void what_every_disclosed_value_gives_withholding_must_give() throws PackException {
        var pack = read("withheld-top");
        var proof = Prover.of(pack).proof(Obligation.PROTECTED_HELPS);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        var people = proof.failures().getFirst().people();
        assertThat(people).hasSize(3);
        assertThat(people.getFirst().facts().value(new FactName("faith"))).contains(Value.WITHHELD);
        var withheld = pack.decide(people.getFirst().facts());
        people.stream()
                .skip(1)
                .map(Person::facts)
                .forEach(each -> assertThat(withheld.atLeastAsGoodAs(pack.decide(each))).isFalse());
    }

    @Test
    void a_local_question_left_open_may_not_cost_the_parents_approval() throws PackException {
        var local = read("d/d6-question");
        var proof = Prover.of(local).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .containsExactly(
                        "d approves without an answer on faith; d6-question refers until there is"
                                + " one.");
        var person = proof.failures().getFirst().people().getFirst().facts();
        assertThat(person.knows(new FactName("faith"))).isFalse();
        isWorse(local, person);
    }

    @Test
    void of_questions_left_open_the_one_that_decides_is_named_also_where_links_are()
            throws PackException {
        var files = new TreeMap<>(Pack.files(folder("d/d6-question")));
        var vocabulary =
                """
                facts:
                  - {name: bell, type: boolean, use: decide}
                  - {name: faith, type: boolean, use: decide}
                links:
                  - {because: law, when: {bell: "true"}, then: {n: ">= 0"}}
                """;
        files.put("vocabulary.yaml", vocabulary.getBytes(UTF_8));
        var proof = Prover.of(Pack.parse("d6-question", files)).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .containsExactly(
                        "d approves without an answer on faith; d6-question refers until there is"
                                + " one.");
        var person = proof.failures().getFirst().people().getFirst().facts();
        assertThat(person.knows(new FactName("faith"))).isFalse();
        assertThat(person.knows(new FactName("bell"))).isFalse();
        assertThat(person.knows(new FactName("n"))).isTrue();
    }

    @Test
    void what_a_link_carries_is_proved_on_conditions() throws PackException {
        var report = Prover.of(read("d/d7-laundered"));
        var proof = report.proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).as("%s", proof.failures()).isEqualTo(Verdict.PROVED);
        assertThat(proof.conditions())
                .hasSize(2)
                .allMatch(condition -> condition.contains("language passed"));
    }

    @Test
    void a_declared_proxy_is_held_to_what_the_protected_fact_is() throws PackException {
        var pack = read("proxy-top");
        var proof = Prover.of(pack).proof(Obligation.PROTECTED_HELPS);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .contains(
                        "What is linked to the shielded value a of faith counts against the person:"
                                + " church.");
        var people = proof.failures().getFirst().people();
        assertThat(people.getFirst().facts().value(new FactName("church")))
                .contains(Value.of(true));
        assertThat(people.getFirst().facts().value(new FactName("faith"))).contains(Value.of("a"));
        assertThat(
                        pack.decide(people.get(0).facts())
                                .atLeastAsGoodAs(pack.decide(people.get(1).facts())))
                .isFalse();
    }

    @Test
    void a_proxy_through_several_links_is_one_and_so_is_one_that_tells_it_one_way()
            throws PackException {
        var failing =
                Prover.of(
                        proxied(
                                """
                                links:
                                  - {because: x, when: {faith: '"a"'}, then: {church: "true"}}
                                  - {because: x, when: {church: "true"}, then: {parish: '"north"'}}
                                  - {because: x, when: {parish: '"north"'}, then: {faith: '"a"'}}
                                """));
        var failures = failing.proof(Obligation.PROTECTED_HELPS).failures();
        assertThat(failures)
                .isNotEmpty()
                .extracting(Failure::says)
                .anyMatch(s -> s.contains("parish"));
        var people = failures.getFirst().people();
        assertThat(people.get(0).facts().value(new FactName("parish"))).contains(Value.of("north"));
        assertThat(people.get(1).facts().value(new FactName("parish"))).contains(Value.of("south"));
        var one =
                Prover.of(
                        proxied(
                                """
                                links:
                                  - {because: x, when: {parish: '"north"'}, then: {faith: '"a"'}}
                                """));
        assertThat(one.proof(Obligation.PROTECTED_HELPS).verdict()).isEqualTo(Verdict.FAILED);
        var none =
                Prover.of(
                        proxied(
                                """
                                links:
                                  - {because: x, when: {parish: '"south"'}, then: {church: "true"}}
                                """));
        assertThat(none.proof(Obligation.PROTECTED_HELPS).verdict()).isEqualTo(Verdict.PROVED);
        var helping =
                Prover.of(
                        proxied(
                                """
                                links:
                                  - {because: x, when: {parish: '"south"'}, then: {faith: '"a"'}}
                                """));
        assertThat(helping.proof(Obligation.PROTECTED_HELPS).verdict()).isEqualTo(Verdict.PROVED);
    }

    /**
     * A pack that approves who lives in the south parish, and says no more of what is protected.
     */
    private static ParsedPack proxied(String links) throws PackException {
        var files = new TreeMap<>(PackFiles.read(folder("proxy-top"), new PackProblems()));
        var dmn = new String(files.get("rules.dmn"), UTF_8);
        dmn = dmn.replace("<text>church<", "<text>parish<");
        dmn = dmn.replace("<text>false</text>", "<text>\"south\"</text>");
        dmn =
                dmn.replace(
                        "<output id=\"route-o0\"",
                        "<input><inputExpression><text>church</text></inputExpression></input>"
                                + "<output id=\"route-o0\"");
        // Every fact is to be read: the second rule does, and gives no more than the first.
        int route = dmn.indexOf("<rule id=\"ok2\">");
        int end = dmn.indexOf("<outputEntry>", route);
        dmn = dmn.substring(0, end) + entry("true") + dmn.substring(end);
        int first = dmn.indexOf("<outputEntry>", dmn.indexOf("<rule id=\"ok\">"));
        dmn = dmn.substring(0, first) + entry("-") + dmn.substring(first);
        files.put("rules.dmn", dmn.getBytes(UTF_8));
        var vocabulary = new String(files.get("vocabulary.yaml"), UTF_8);
        vocabulary =
                vocabulary.substring(0, vocabulary.indexOf("links:"))
                        + "  - {name: parish, type: text, values: [north, south], use: decide}\n"
                        + links;
        files.put("vocabulary.yaml", vocabulary.getBytes(UTF_8));
        return Pack.parse("proxied", RandomPack.worded("proxied", files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny/t0-1-2-3", "tiny/t2-2-2-2", "top/chain6", "top/mixed5"})
    void chains_of_ordered_facts_are_decided_at_once(String hole) throws PackException {
        var local = read(hole);
        var report = new Prover(10_000).prove(local.parsed(), Layers.of(local.parsed()));
        var proof = report.proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).as("%s", proof).isEqualTo(Verdict.PROVED);
        assertThat(report.isConditional()).isTrue();
    }

    private static String entry(String test) {
        return "<inputEntry><text>" + test + "</text></inputEntry>";
    }
}
