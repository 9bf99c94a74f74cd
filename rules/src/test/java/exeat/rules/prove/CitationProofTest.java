package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a proof says of a small pack whose rules cite otherwise. */
class CitationProofTest {

    private static final String CITES = "<annotationEntry><text>2</text></annotationEntry>";

    private static final String EXECUTABLE = "    not executable: It says how to work.\n";

    private static Proof proof(String from, String to, String... replaced) throws PackException {
        var files = new TreeMap<>(GoodPack.files(replaced));
        var record = new String(files.get("record.yaml"), StandardCharsets.UTF_8);
        assertThat(record).contains(from);
        files.put("record.yaml", record.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return Prover.of(Pack.parse("boats", files)).proof(Obligation.CITES);
    }

    private static List<String> failures(Proof proof) {
        return proof.failures().stream().map(Failure::says).toList();
    }

    @Test
    void a_sound_pack_cites_and_says_what_is_assumed() throws PackException {
        var proof = proof("", "");
        assertThat(failures(proof)).isEmpty();
        assertThat(proof.notes())
                .extracting(Failure::says)
                .containsExactly(
                        "The text does not contain what 4 rules say: they are labelled as the"
                                + " pack's assumed procedure.");
    }

    @Test
    void a_rule_cites_a_paragraph_that_is_there() throws PackException {
        assertThat(failures(proof("", "", CITES, CITES.replace('2', '9'))))
                .containsExactly(
                        "In the table Route, short cites paragraph 9, which is not in the record.",
                        "Paragraph 2 is binding, but no rule cites it and no reason is given.");
        assertThat(failures(proof("", "", CITES, CITES.replace("2", "□□"))))
                .containsExactly(
                        "In the table Route, short cites an unexplained mark.",
                        "Paragraph 2 is binding, but no rule cites it and no reason is given.");
        assertThat(failures(proof("", "", CITES, CITES.replace("2", ""))))
                .containsExactly(
                        "In the table Route, short cites no paragraph.",
                        "Paragraph 2 is binding, but no rule cites it and no reason is given.");
    }

    @Test
    void a_way_to_proceed_cites_or_is_assumed() throws PackException {
        var one =
                "<outputEntry><text>2</text></outputEntry>\n"
                        + "        <annotationEntry><text>assumed</text></annotationEntry>";
        var proof = proof("", "", one, one.replace("assumed", ""));
        assertThat(failures(proof))
                .containsExactly("In the table Clearances, look cites no paragraph.");
        assertThat(proof.notes().getFirst().says()).contains("what 3 rules say: they are");
    }

    @Test
    void a_binding_paragraph_is_cited_or_explained_and_not_both() throws PackException {
        assertThat(failures(proof(EXECUTABLE, "")))
                .containsExactly(
                        "Paragraph 3 is binding, but no rule cites it and no reason is given.");
        assertThat(failures(proof("", "", CITES, CITES.replace('2', '3'))))
                .containsExactly(
                        "Paragraph 2 is binding, but no rule cites it and no reason is given.",
                        "Paragraph 3 is marked not executable, but a rule cites it.");
        assertThat(
                        failures(
                                proof(
                                        "    binding: true\n  - paragraph: \"3\"",
                                        "  - paragraph: \"3\"")))
                .isEmpty();
    }
}
