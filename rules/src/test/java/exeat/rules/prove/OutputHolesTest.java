package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.explain.Explanation;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Outputs that a pack declares are part of the burden: the packs below {@code holes/outputs}. */
class OutputHolesTest {

    private static ProofReport report(String hole) throws PackException {
        return Prover.of(Pack.parse(HolesTest.folder("outputs").resolve(hole)));
    }

    private static List<String> failures(String hole) throws PackException {
        return report(hole).proof(Obligation.NO_RESTRICTION).failures().stream()
                .map(Failure::says)
                .toList();
    }

    private static Finding finding(String hole, String purpose) throws PackException {
        return Pack.read(HolesTest.folder("outputs").resolve(hole))
                .decide(
                        new Facts(
                                Map.of(
                                        new FactName("purpose"), Value.of(purpose),
                                        new FactName("kind"), Value.of("u"),
                                        new FactName("faith"), Value.of("b"))));
    }

    @Test
    void what_is_better_by_its_order_is_proved_without_conditions() throws PackException {
        for (var sound : List.of("", "better")) {
            assertThat(report(sound).proved()).as("%s", report(sound).proofs()).isTrue();
            assertThat(report(sound).conditions()).isEmpty();
        }
        assertThat(finding("better", "trip").atLeastAsGoodAs(finding("", "trip"))).isTrue();
        assertThat(finding("", "trip").atLeastAsGoodAs(finding("better", "trip"))).isFalse();
    }

    @Test
    void what_is_worse_by_its_order_is_a_restriction_in_each_output() throws PackException {
        assertThat(failures("worse"))
                .containsExactlyInAnyOrder(
                        "outputs gives months of stay: 6; worse gives months of stay: 5.",
                        "outputs gives home visits: 1; worse gives home visits: 2.",
                        "outputs gives instalments: yes; worse gives instalments: no.",
                        "outputs gives escorted: no; worse gives escorted: yes.",
                        "outputs gives kind of permit: long-term; worse gives kind of permit:"
                                + " short.",
                        "outputs gives days to enrol: 30; worse gives days to enrol: 29.");
        assertThat(failures("limit-new"))
                .containsExactly(
                        "outputs gives days to enrol: no limit; limit-new gives days to enrol:"
                                + " 4000.");
    }

    @Test
    void an_output_of_a_local_packs_own_is_compared_with_what_it_says_of_people_without()
            throws PackException {
        var own = report("own");
        assertThat(own.proved()).isTrue();
        assertThat(own.conditions())
                .containsExactly(
                        "outputs does not have the output reports: less is better; without it"
                                + " people have 0.");
        assertThat(failures("own-worse"))
                .containsExactly("outputs gives reports: 0; own-worse gives reports: 4.");
        // Stating that people have nine reports without it passes, and lawyers must sign it.
        assertThat(report("own-stated").conditions())
                .containsExactly(
                        "outputs does not have the output reports: less is better; without it"
                                + " people have 9.");
    }

    @Test
    void an_output_that_another_layer_declares_otherwise_cannot_be_compared() throws PackException {
        var other = Pack.read(HolesTest.folder("outputs").resolve("own-stated"));
        var local = Pack.parse(HolesTest.folder("outputs").resolve("own"));
        var proof = new Prover(Prover.DEFAULT_LIMIT).noRestriction(local, other);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .contains(
                        "The output reports is declared otherwise. own-stated: reports: less is"
                                + " better; without it people have 9. own: reports: less is better;"
                                + " without it people have 0.");
    }

    @Test
    void an_output_must_not_count_against_a_shielded_value() throws PackException {
        var report = Prover.of(Pack.parse(HolesTest.folder("outputs-protected")));
        var proof = report.proof(Obligation.PROTECTED_HELPS);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        var people = proof.failures().getFirst().people();
        assertThat(people.getFirst().comesOut()).isEqualTo("gives months of stay: 11");
        assertThat(people.get(1).comesOut()).isEqualTo("gives months of stay: 12");
    }

    @Test
    void somebody_is_told_what_they_get_in_the_packs_own_sentences() throws PackException {
        var pack = Pack.read(HolesTest.folder("outputs"));
        var told = Explanation.of(pack, finding("", "trip"), Locale.ENGLISH).sentences();
        assertThat(told)
                .extracting(Explanation.Sentence::text)
                .contains(
                        "You may stay for 6 months.",
                        "You are visited at home 1 time.",
                        "You can pay in instalments.",
                        "You travel alone.",
                        "Your permit is short.",
                        "You have 30 days to enrol.");
        assertThat(Explanation.of(pack, finding("", "settle"), Locale.ENGLISH).sentences())
                .extracting(Explanation.Sentence::text)
                .contains("You can enrol at any time.", "Your permit is for years.");
    }
}
