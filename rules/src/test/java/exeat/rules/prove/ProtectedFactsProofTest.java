package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a proof says of a small pack with a protected fact, and of one whose rules read none. */
class ProtectedFactsProofTest {

    private static final String LEGS = "true, \"withheld\"";
    private static final String DOCUMENTS = "<decision id=\"d\" name=\"Documents\">";

    private static final String ASIDE =
            """
            <decision id="s" name="Set-aside grounds"><decisionTable hitPolicy="COLLECT">
              <input><inputExpression><text>sea legs</text></inputExpression></input>
              <output name="route"/><output name="ground"/><annotation name="basis"/>
              <rule id="fraud"><inputEntry><text>true</text></inputEntry>
                <outputEntry><text>"A"</text></outputEntry>
                <outputEntry><text>"fraud"</text></outputEntry>
                <annotationEntry><text>assumed</text></annotationEntry></rule>
            </decisionTable></decision>
            """;

    private static Proof proof(String... replaced) throws PackException {
        return Prover.of(Pack.parse("boats", GoodPack.files(replaced)))
                .proof(Obligation.PROTECTED_HELPS);
    }

    private static List<String> says(List<Failure> entries) {
        return entries.stream().map(Failure::says).toList();
    }

    @Test
    void where_no_rule_reads_a_protected_fact_nothing_is_to_be_proved() throws PackException {
        var proof = Prover.of(Pack.read(HolesTest.folder("d"))).proof(Obligation.PROTECTED_HELPS);
        assertThat(proof.verdict()).isEqualTo(Verdict.NOTHING_TO_PROVE);
        assertThat(says(proof.notes()))
                .containsExactly(
                        "No rule reads a protected fact, or one that links tie to a shielded"
                                + " value.");
    }

    @Test
    void that_one_value_helps_more_than_another_is_shown() throws PackException {
        var notes = proof(LEGS, "not(false)").notes();
        assertThat(says(notes)).isNotEmpty();
        assertThat(says(notes))
                .containsOnly("Two people who differ only in sea legs get different results.");
        assertThat(notes.getFirst().region()).startsWith("sea legs false instead of true, with ");
    }

    @Test
    void a_shielded_value_has_no_ground_to_set_aside_that_others_lack() throws PackException {
        var failures = proof(LEGS, "-", DOCUMENTS, ASIDE + DOCUMENTS).failures();
        assertThat(says(failures))
                .containsExactly(
                        "The shielded value true of sea legs counts against the person.",
                        "Disclosing it counts against the person: sea legs.");
        assertThat(failures.getFirst().region())
                .startsWith("sea legs true instead of not true, with ");
        assertThat(failures.getFirst().people())
                .extracting(person -> person.comesOut())
                .containsExactly(
                        "lets it be set aside for fraud", "does not let it be set aside for that");
    }
}
