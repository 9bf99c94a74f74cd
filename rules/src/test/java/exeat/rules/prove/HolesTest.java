package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The smallest packs of restrictions that once passed as proved: each must be found. */
class HolesTest {

    static Path folder(String hole) {
        return Path.of("src/test/resources/holes").resolve(hole);
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
                .contains("d asks a fee of 100; d2-referred asks a fee of 99999.");
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
    void what_a_link_carries_is_proved_on_conditions() throws PackException {
        var report = Prover.of(read("d/d7-laundered"));
        var proof = report.proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).as("%s", proof.failures()).isEqualTo(Verdict.PROVED);
        assertThat(proof.conditions()).hasSize(1).first().asString().contains("language passed");
    }
}
