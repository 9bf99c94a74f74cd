package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.fact.FactName;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a proof says of a small pack that gives less to those who withhold something. */
class WithholdingProofTest {

    /** So often the clock is read at most while the small packs here are proved. */
    private static final int ENOUGH = 60;

    private static final String LEGS = "true, \"withheld\"";
    private static final String DOCUMENTS = "<decision id=\"d\" name=\"Documents\">";

    private static List<Failure> failures(String... replaced) throws PackException {
        return Prover.of(Pack.parse("boats", GoodPack.files(replaced)))
                .proof(Obligation.PROTECTED_HELPS)
                .failures();
    }

    /** A row of grounds to set aside for those of whom this is so. */
    private static String aside(String legs) {
        return """
        <decision id="s" name="Set-aside grounds"><decisionTable hitPolicy="COLLECT">
          <input><inputExpression><text>sea legs</text></inputExpression></input>
          <output name="route"/><output name="ground"/><annotation name="basis"/>
          <rule id="fraud"><inputEntry><text>%s</text></inputEntry>
            <outputEntry><text>"A"</text></outputEntry><outputEntry><text>"fraud"</text></outputEntry>
            <annotationEntry><text>assumed</text></annotationEntry></rule>
        </decisionTable></decision>
        """
                .formatted(legs);
    }

    private static List<String> comesOut(Failure failure) {
        return failure.people().stream()
                .map(person -> legs(person) + ": " + person.comesOut())
                .toList();
    }

    private static String legs(Person person) {
        return ProofWording.value(person.facts().value(new FactName("sea legs")).orElseThrow());
    }

    @Test
    void who_withholds_gets_what_each_disclosed_value_gives() throws PackException {
        var all = failures(LEGS, "true, false");
        assertThat(all)
                .extracting(Failure::says)
                .containsExactly(
                        "Paragraph 2 with route A is not marked 'reveals protected', but is cited"
                                + " only for people who disclose sea legs.",
                        "Withholding it gives less than disclosing any value of it: sea legs.");
        var failure = all.subList(1, 2);
        assertThat(comesOut(failure.getFirst()))
                .containsExactly(
                        "withheld: refers",
                        "true: approves in general",
                        "false: approves in general");
        assertThat(failure.getFirst().region())
                .startsWith("sea legs withheld instead of any value, with ");
        assertThat(failure.getFirst().turnsOn()).doesNotContain(new FactName("purpose"));
    }

    @Test
    void who_withholds_cannot_be_set_aside_where_nobody_else_can() throws PackException {
        var everybody = "-";
        assertThat(failures(LEGS, everybody, DOCUMENTS, aside("false, \"withheld\"") + DOCUMENTS))
                .isEmpty();
        var failure = failures(LEGS, everybody, DOCUMENTS, aside("\"withheld\"") + DOCUMENTS);
        assertThat(failure)
                .extracting(Failure::says)
                .containsExactly(
                        "Withholding it gives less than disclosing any value of it: sea legs.");
        assertThat(comesOut(failure.getFirst()))
                .containsExactly(
                        "withheld: lets it be set aside for fraud",
                        "true: does not let it be set aside for fraud",
                        "false: does not let it be set aside for fraud");
    }

    @Test
    void who_withholds_and_is_referred_is_not_shown_again_for_a_ground() throws PackException {
        // Nobody whom the rules approve can be set aside; the ground is of those who withhold.
        assertThat(failures(LEGS, "true, false", DOCUMENTS, aside("\"withheld\"") + DOCUMENTS))
                .extracting(Failure::says)
                .filteredOn(says -> says.startsWith("Withholding"))
                .containsExactly(
                        "Withholding it gives less than disclosing any value of it: sea legs.");
    }

    @Test
    void what_time_left_unchecked_of_all_aspects_together_is_said() throws PackException {
        var pack = Pack.parse(HolesTest.folder("withheld-whole"));
        var left =
                "Withholding faith was compared aspect by aspect. Whether it is as good as some"
                        + " value in all aspects together was not fully checked.";
        int leftAt = 0;
        for (int looks = 0; looks < ENOUGH; looks++) {
            var proof = late(pack, looks);
            leftAt += says(proof.notes()).contains(left) ? 1 : 0;
            // Nobody was found yet: then it is not proved, or what was left is said.
            assertThat(proof.verdict() != Verdict.PROVED || says(proof.notes()).contains(left))
                    .as("after %d looks: %s", looks, proof)
                    .isTrue();
        }
        assertThat(leftAt).isPositive();
        var whole = late(pack, ENOUGH);
        assertThat(whole.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(says(whole.notes())).doesNotContain(left);
    }

    private static List<String> says(List<Failure> failures) {
        return failures.stream().map(Failure::says).toList();
    }

    /** The obligation where the time is up after the clock was read so many times. */
    private static Proof late(ParsedPack pack, int looks) {
        var read = new AtomicInteger();
        return new Prover(
                        Prover.DEFAULT_LIMIT,
                        () -> read.getAndIncrement() > looks ? 2 : 0,
                        Duration.ofMillis(1))
                .prove(pack, Layers.of(pack))
                .proof(Obligation.PROTECTED_HELPS);
    }

    @Test
    void where_one_ground_alone_counts_the_next_is_for_the_others() throws PackException {
        var danger =
                """
                </rule><rule id="danger"><inputEntry><text>-</text></inputEntry>
                <outputEntry><text>"A"</text></outputEntry><outputEntry><text>"danger"</text></outputEntry>
                <annotationEntry><text>assumed</text></annotationEntry></rule>\
                """;
        var both = aside("\"withheld\"").replace("</rule>", danger);
        var first = both.replace("COLLECT", "FIRST");
        var withholding = "Withholding it gives less than disclosing any value of it: sea legs.";
        assertThat(failures(LEGS, "-", DOCUMENTS, both + DOCUMENTS))
                .extracting(Failure::says)
                .containsExactly(withholding);
        // Who withholds can be set aside for fraud and not for danger; who discloses, for danger.
        assertThat(failures(LEGS, "-", DOCUMENTS, first + DOCUMENTS))
                .extracting(Failure::says)
                .containsExactlyInAnyOrder(
                        withholding,
                        "Disclosing it counts against the person: sea legs.",
                        "The shielded value true of sea legs counts against the person.");
    }

    @Test
    void what_is_approved_always_cannot_be_set_aside_either() throws PackException {
        var rule =
                """
                <rule id="always"><inputEntry><text>-</text></inputEntry>
                  <inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry>
                  <inputEntry><text>true</text></inputEntry><inputEntry><text>-</text></inputEntry>
                  <outputEntry><text>"approve always"</text></outputEntry>
                  <outputEntry><text>"B"</text></outputEntry>
                  <annotationEntry><text>2</text></annotationEntry>
                  <annotationEntry><text></text></annotationEntry></rule>
                <rule id="short">\
                """;
        var failure =
                failures(
                        LEGS,
                        "-",
                        "<rule id=\"short\">",
                        rule,
                        DOCUMENTS,
                        aside("\"withheld\"") + DOCUMENTS);
        assertThat(failure)
                .anySatisfy(one ->
                        assertThat(comesOut(one))
                                .containsExactly(
                                        "withheld: lets it be set aside for fraud",
                                        "true: approves always",
                                        "false: does not let it be set aside for fraud"));
    }

    @Test
    void who_withholds_may_get_more_and_then_nobody_is_to_disclose() throws PackException {
        assertThat(failures(LEGS, "not(false)"))
                .extracting(Failure::says)
                .containsExactly("Disclosing it counts against the person: sea legs.");
    }

    @Test
    void who_gets_less_in_one_aspect_is_not_shown_again_for_all_together() throws PackException {
        var asked = "name=\"Documents\">\n    <decisionTable hitPolicy=\"COLLECT\">\n      <input>";
        var purpose = asked + "<inputExpression><text>purpose</text>";
        var word = "<rule id=\"word\">\n        <inputEntry><text>";
        var replaced =
                new String[] {
                    LEGS,
                    "true, false",
                    purpose,
                    purpose.replace("purpose", "sea legs"),
                    word + "-",
                    word + "\"withheld\""
                };
        assertThat(failures(replaced))
                .extracting(Failure::says)
                .filteredOn(says -> says.startsWith("Withholding"))
                .containsExactly(
                        "Withholding it gives less than disclosing any value of it: sea legs.",
                        "Withholding it gives less than disclosing any value of it: sea legs.");
    }
}
