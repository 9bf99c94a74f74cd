package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Directive;
import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.RandomPack;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.Practice.Demand;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PracticeTest {

    private static final Directive PRC = Packs.prc1963();
    private static final Directive EU = Packs.eu2003();

    private static Practice bring(Purpose purpose, String document) {
        return new Practice(Optional.of(purpose), new Demand.Bring(document));
    }

    private static Practice stop(Purpose purpose) {
        return new Practice(Optional.of(purpose), new Demand.Stop("identity-not-established"));
    }

    @Test
    void a_word_on_relations_of_whoever_returns_restricts_and_shows_for_whom() {
        var practice = bring(new Purpose("return"), "word-on-relations");
        assertThat(practice.words())
                .isEqualTo("Everyone with the purpose 'return' must bring: word on relations.");
        var proof = practice.proof(PRC);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures()).hasSize(1);
        var failure = proof.failures().getFirst();
        assertThat(failure.says())
                .isEqualTo(
                        "prc-1963 does not require the document word-on-relations; practice"
                                + " requires the document word-on-relations.");
        var witness = failure.people().getFirst().facts();
        assertThat(PRC.decide(witness).outcome()).isEqualTo(Outcome.APPROVE_ALWAYS);
        assertThat(PRC.decide(witness).burden().documents()).doesNotContain("word-on-relations");
        assertThat(PRC.decide(witness).purpose()).isEqualTo(new Purpose("return"));
    }

    @Test
    void what_the_procedure_itself_asks_of_the_same_people_restricts_nobody() {
        assertThat(bring(new Purpose("settle"), "word-on-relations").proof(PRC).verdict())
                .isEqualTo(Verdict.PROVED);
        assertThat(bring(new Purpose("trip"), "photograph").proof(PRC).verdict())
                .isEqualTo(Verdict.PROVED);
    }

    @Test
    void people_stopped_by_practice_are_approved_by_the_directive() {
        for (var purpose : PRC.purposes().meanings().keySet()) {
            var proof = stop(purpose).proof(PRC);
            assertThat(proof.verdict()).as(purpose.word()).isEqualTo(Verdict.FAILED);
            var witness = proof.failures().getFirst().people().getFirst().facts();
            assertThat(PRC.decide(witness).purpose()).isEqualTo(purpose);
            assertThat(PRC.decide(witness).outcome().approves()).isTrue();
        }
    }

    @Test
    void other_purposes_are_left_as_they_are() {
        var local = stop(new Purpose("trip")).impliedPack(PRC).orElseThrow();
        var failures = stop(new Purpose("trip")).proof(PRC).failures();
        assertThat(local.parent()).contains(PRC);
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(
                                        failure.people()
                                                .getFirst()
                                                .facts()
                                                .value(new FactName("purpose")))
                                .contains(Value.of("trip")));
    }

    private static Practice some(Optional<Purpose> purpose, String fact, Value value, Demand of) {
        var only = new Practice.Condition(new FactName(fact), value);
        return new Practice(purpose, Optional.of(only), of);
    }

    @Test
    void part_of_a_purpose_is_named_by_a_fact_and_all_others_stay_as_they_are() {
        var stop = new Demand.Stop("identity-not-established");
        var kp = some(Optional.of(new Purpose("return")), "nationality", Value.of("KP"), stop);
        var failures = kp.proof(PRC).failures();
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure -> {
                    var person = failure.people().getFirst().facts();
                    assertThat(person.value(new FactName("purpose"))).contains(Value.of("return"));
                    assertThat(person.value(new FactName("nationality"))).contains(Value.of("KP"));
                    assertThat(PRC.decide(person).outcome().approves()).isTrue();
                });
        var local = kp.impliedPack(PRC).orElseThrow();
        assertThat(local.parent()).contains(PRC);
        // The procedure asks a photograph of everybody, and so of them.
        var asked = new Demand.Bring("photograph");
        var photograph =
                some(Optional.of(new Purpose("trip")), "nationality", Value.of("KP"), asked);
        assertThat(photograph.proof(PRC).verdict()).isEqualTo(Verdict.PROVED);
        var built = some(Optional.empty(), "applied to build", Value.of(true), stop);
        assertThat(built.words())
                .isEqualTo(
                        "Everyone who is approved (applied to build) is stopped: identity not"
                                + " established.");
        assertThat(built.proof(PRC).verdict()).isEqualTo(Verdict.FAILED);
        var word = new Demand.Bring("word-on-relations");
        var trip = some(Optional.of(new Purpose("trip")), "nationality", Value.of("CN"), word);
        assertThat(trip.proof(PRC).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void no_practice_is_told_by_a_protected_fact() {
        var secret =
                some(
                        Optional.empty(),
                        "ethnicity",
                        Value.of("korean"),
                        new Demand.Bring("photograph"));
        assertThat(secret.impliedPack(PRC)).isEmpty();
        for (var directive : List.of(PRC, EU)) {
            assertThat(Practice.Condition.facts(directive))
                    .isNotEmpty()
                    .noneMatch(FactDefinition::isProtected);
        }
    }

    @Test
    void it_is_stated_for_everybody_if_purposes_do_not_matter() {
        var everybody = new Practice(Optional.empty(), new Demand.Bring("word-on-kinship"));
        assertThat(everybody.words())
                .isEqualTo("Everyone who is approved must bring: word on kinship.");
        assertThat(everybody.proof(EU).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(
                        new Practice(Optional.empty(), new Demand.Stop("court-order"))
                                .proof(EU)
                                .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_practice_is_told_by_facts_that_everybody_has_with_few_values() throws PackException {
        var phone = "phone, type: text, use: reach";
        var port = "home port, type: text, optional: true, use: decide";
        var few =
                "home port, type: text, values: [Brest, b, c, d, e, f, g, h, i, j, k, %s], use: decide";
        var never = "not(\"Brest\", null)";
        var reach = "phone, type: boolean, use: reach";
        var told = boats(phone, reach, never, "not(\"Brest\")", port, few.formatted("l"));
        assertThat(Practice.Condition.facts(told))
                .extracting(fact -> fact.name().text())
                .containsExactly("home port");
        assertThat(
                        Practice.Condition.facts(
                                boats(never, "not(\"Brest\")", port, few.formatted("l, m"))))
                .isEmpty();
        assertThat(Practice.Condition.facts(boats())).isEmpty();
    }

    private static Directive boats(String... replaced) throws PackException {
        var files = GoodPack.files(replaced);
        files.put("messages_en.properties", "# none\n".getBytes(UTF_8));
        return Pack.read("boats", RandomPack.worded("boats", files));
    }

    @Test
    void its_condition_is_said_with_the_value_and_a_no_in_words() {
        var stop = new Demand.Stop("court-order");
        assertThat(some(Optional.empty(), "applied to build", Value.of(false), stop).words())
                .isEqualTo(
                        "Everyone who is approved (applied to build: no) is stopped: court order.");
        var trip = Optional.of(new Purpose("trip"));
        assertThat(some(trip, "nationality", Value.of("KP"), stop).words())
                .isEqualTo(
                        "Everyone with the purpose 'trip' (nationality KP) is stopped: court order.");
        for (var value : List.of(Value.of(34), Value.ABSENT, Value.WITHHELD)) {
            assertThatThrownBy(() -> some(trip, "age", value, stop).words())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_document_is_no_rule_where_one_row_alone_answers_which_to_bring() throws PackException {
        var practice = bring(new Purpose("return"), "word-on-relations");
        var collected = documents("COLLECT");
        var one = boats(collected, documents("FIRST"));
        assertThat(practice.impliedPack(one)).isEmpty();
        assertThat(practice.proof(one).verdict()).isEqualTo(Verdict.NOT_PROVABLE);
        for (var several : List.of(boats(), boats(collected, documents("UNIQUE")))) {
            assertThat(practice.proof(several).failures())
                    .extracting(Failure::says)
                    .containsExactly(
                            "boats does not require the document word-on-relations; practice"
                                    + " requires the document word-on-relations.");
            var asked = bring(new Purpose("return"), "sworn-word");
            assertThat(asked.proof(several).verdict()).isEqualTo(Verdict.PROVED);
        }
    }

    private static String documents(String policy) {
        return "name=\"Documents\">\n    <decisionTable hitPolicy=\"" + policy + "\">";
    }
}
