package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.source.PackException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a proof says of a small pack that gives less to those who withhold something. */
class WithholdingProofTest {

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
