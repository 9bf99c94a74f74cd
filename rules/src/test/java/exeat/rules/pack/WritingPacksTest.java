package exeat.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.finding.Ground;
import exeat.rules.prove.Proof;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Incomplete packs while they are being written, and the messages to their writer. */
class WritingPacksTest {

    private final Map<String, byte[]> files = good();

    private static Map<String, byte[]> good() {
        try {
            return new TreeMap<>(
                    Pack.files(Packs.root().resolve("rules/src/test/resources/packs/good")));
        } catch (PackException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private void edit(String file, String from, String to) {
        var text = new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_pack_is_proved_before_its_words_exist_and_decides_nothing() throws PackException {
        var whole = Pack.read("boats", files);
        files.remove("messages_en.properties");
        var draft = Pack.parse("boats", files);
        assertThat(Prover.of(draft).proofs()).isEqualTo(Prover.of(whole).proofs());
        assertThat(draft.missingKeys().get("en")).hasSizeGreaterThan(30);
        assertThat(draft.missingWords())
                .hasSizeBetween(2, 10)
                .allMatch(one -> one.file().equals("messages_en.properties"));
        assertThat(draft.missingWords().toString())
                .contains("file: is missing", "fact: 20 texts are missing: ", " and 15 more");
        assertThatThrownBy(() -> Pack.read("boats", files))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("texts are missing");
    }

    @Test
    void a_key_without_a_text_counts_as_missing() throws PackException {
        edit("messages_en.properties", "route.A=Fishers", "route.A=");
        var draft = Pack.parse("boats", files);
        assertThat(draft.missingWords()).hasSize(1);
        assertThat(draft.missingWords().getFirst().message()).isEqualTo("has no text");
        assertThatThrownBy(() -> Pack.read("boats", files)).isInstanceOf(PackException.class);
    }

    @Test
    void paragraphs_are_numbered_as_the_law_numbers_them() throws PackException {
        for (var number : new String[] {"30a", "25b(1)", "E-ECP.3.1", "II.2", "§ 104c", "7–9"}) {
            files.putAll(good());
            edit("record.yaml", "paragraph: \"2\"", "paragraph: \"" + number + "\"");
            edit(
                    "rules.dmn",
                    "<text>2</text></annotation",
                    "<text>" + number + "</text></annotation");
            var directive = Pack.read("boats", files);
            assertThat(directive.paragraph(number)).isPresent();
            assertThat(directive.rules())
                    .anyMatch(rule -> rule.paragraph().filter(number::equals).isPresent());
            assertThat(directive.workedCases())
                    .anyMatch(one ->
                            one.finding().grounds().stream()
                                    .map(Ground::paragraph)
                                    .anyMatch(paragraph -> paragraph.number().equals(number)));
        }
    }

    @Test
    void a_rule_that_nearly_cites_a_paragraph_is_told_which_one() {
        edit("record.yaml", "paragraph: \"2\"", "paragraph: \"30a\"");
        edit("rules.dmn", "<text>2</text></annotation", "<text>30 A</text></annotation");
        assertThatThrownBy(() -> Pack.read("boats", files))
                .hasMessageContaining("is not in the record: 30 A; did you mean 30a");
    }

    @Test
    void nobody_has_to_be_credited() throws PackException {
        edit("record.yaml", "credits: Typed by a volunteer\n", "");
        assertThat(Pack.read("boats", files).record().credits()).isEmpty();
    }

    @Test
    void a_fact_may_serve_a_link_alone_and_is_never_asked() throws PackException {
        edit(
                "vocabulary.yaml",
                "  - {name: phone,",
                "  - {name: years at sea, type: number, use: decide}\n  - {name: phone,");
        assertThatThrownBy(() -> Pack.read("boats", files))
                .hasMessageContaining("but no rule or link uses it");
        files.merge(
                "vocabulary.yaml",
                """
                links:
                  - because: Nobody is at sea for longer than they live.
                    always: age >= years at sea
                """
                        .getBytes(StandardCharsets.UTF_8),
                WritingPacksTest::join);
        files.merge(
                "messages_en.properties",
                """
                fact.years-at-sea.label=Years at sea
                fact.years-at-sea.question=How many years?
                """
                        .getBytes(StandardCharsets.UTF_8),
                WritingPacksTest::join);
        var directive = Pack.read("boats", files);
        assertThat(directive.links()).hasSize(1);
        var without = Pack.read("boats", good());
        assertThat(verdicts(Prover.of(directive))).isEqualTo(verdicts(Prover.of(without)));
    }

    private static List<Proof.Verdict> verdicts(ProofReport report) {
        return report.proofs().stream().map(Proof::verdict).toList();
    }

    @Test
    void an_entry_that_is_left_out_is_counted() {
        edit("rules.dmn", "        <inputEntry><text>&gt;= 18</text></inputEntry>\n", "");
        assertThatThrownBy(() -> Pack.read("boats", files))
                .hasMessageContaining("short: has 4 input entries and 2 output entries")
                .hasMessageContaining("the table has 5 inputs and 2 outputs");
    }

    @Test
    void a_comma_in_a_number_is_noted_with_its_place() throws PackException {
        edit("rules.dmn", "[2..7.5)", "&gt;= 1,000");
        var draft = Pack.parse("boats", files);
        assertThat(draft.faults()).isEmpty();
        assertThat(draft.notes()).hasSize(1);
        assertThat(draft.notes().getFirst().toString())
                .startsWith("rules.dmn:15: inputEntry: has a comma in a number")
                .contains("write >= 1000 if you mean one number");
    }

    private static byte[] join(byte[] left, byte[] right) {
        return (new String(left, StandardCharsets.UTF_8)
                        + new String(right, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
