package exeat.rules.prove.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.RandomPack;
import exeat.rules.source.PackException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What everybody can be asked under one small pack and not under another, and in which words. */
class AskedComparisonTest {

    private static final String PHONE = "  - {name: phone, type: text, use: reach}\n";
    private static final String PORT =
            "  - {name: home port, type: text, optional: true, use: decide}\n";

    private static ParsedPack local(String... replaced) throws PackException {
        return Pack.parse("local", reworded(replaced));
    }

    /** With no words but those that the pack needs. */
    private static Map<String, byte[]> reworded(String... replaced) throws PackException {
        var files = GoodPack.files(replaced);
        files.put("messages_en.properties", "# none\n".getBytes(UTF_8));
        return RandomPack.worded("boats", files);
    }

    private static Directive boats() throws PackException {
        return Pack.read("boats", GoodPack.files());
    }

    // What is asked.

    @Test
    void a_pack_asks_nothing_more_than_itself() throws PackException {
        assertThat(AskedComparison.of(local(), boats())).isEmpty();
        assertThat(AskedComparison.of(local(PHONE, ""), boats())).isEmpty();
        assertThat(AskedComparison.of(local(PHONE, PHONE.replace("reach", "document")), boats()))
                .isEmpty();
    }

    @Test
    void a_further_question_to_everybody_is_one_and_what_the_application_says_is_not()
            throws PackException {
        var more =
                PHONE
                        + "  - {name: nationality, type: text, values: [FR, other], source: nationality,"
                        + " use: identify}\n"
                        + "  - {name: email, type: text, use: reach}\n";
        assertThat(AskedComparison.of(local(PHONE, more), boats()))
                .containsExactly(
                        "Everybody can be asked for email (use: reach); boats does not let"
                                + " anybody ask for it.");
    }

    @Test
    void a_question_whose_answer_decides_above_is_not_put_to_everybody_there()
            throws PackException {
        // Where the phone decides in place of the home port, it is asked of those alone.
        var swapped = new String[] {"home port", "berth", "phone", "home port", "berth", "phone"};
        var above = Pack.read("boats", reworded(swapped));
        assertThat(AskedComparison.of(local(), above))
                .containsExactly(
                        "Everybody can be asked for phone (use: reach); boats does not let anybody"
                                + " ask for it.");
    }

    @Test
    void a_further_document_is_named_with_the_first_fact_that_it_shows() throws PackException {
        var shown =
                "  - {name: home port, type: text, optional: true, use: decide, evidence:"
                        + " port-book}\n"
                        + "  - {name: berth, type: text, use: reach, evidence: port-book}\n";
        var rule =
                """
                <rule id="book"><inputEntry><text>-</text></inputEntry>
                  <outputEntry><text>"port-book"</text></outputEntry>
                  <annotationEntry><text>assumed</text></annotationEntry></rule>
                <rule id="word">\
                """;
        assertThat(
                        AskedComparison.of(
                                local(PORT, shown, PHONE, "", "<rule id=\"word\">", rule), boats()))
                .containsExactly(
                        "Everybody can be asked for berth (use: reach); boats does not let"
                                + " anybody ask for it.",
                        "Everybody can be asked for the document port-book, because it is the"
                                + " evidence of berth; under boats it is the evidence of no fact.");
    }

    // In which words.

    /** The small pack with one more language, whose texts are all x. */
    private static Map<String, byte[]> with(String language) throws PackException {
        var files = new TreeMap<>(GoodPack.files());
        files.put("messages_" + language + ".properties", "# all\n".getBytes(UTF_8));
        return RandomPack.worded("boats", files);
    }

    @Test
    void a_language_of_the_directive_that_the_local_pack_lacks_is_told() throws PackException {
        var above = Pack.read("boats", with("lv"));
        assertThat(AskedComparison.languages(local(), above))
                .containsExactly(
                        "People who read Latvian are told everything in it under boats; here"
                                + " there is no messages_lv.properties, so paragraphs, units and"
                                + " all that is new are told in English.");
        assertThat(AskedComparison.languages(above.parsed(), above)).isEmpty();
        assertThat(AskedComparison.languages(above.parsed(), boats())).isEmpty();
        // A pack that words nothing of its own has the English words of the directive above it.
        var wordless = GoodPack.files();
        wordless.put("messages_en.properties", "# none\n".getBytes(UTF_8));
        assertThat(AskedComparison.languages(Pack.parse("local", wordless), boats())).isEmpty();
    }

    @Test
    void texts_in_a_language_that_the_directive_lacks_are_not_compared_and_some_are_named()
            throws PackException {
        var above = boats();
        var latvian = Pack.parse("local", with("lv"));
        var things =
                latvian.words().stream()
                        .filter(word -> word.language().equals("lv"))
                        .map(word -> word.key())
                        .filter(above.things()::isKnown)
                        .distinct()
                        .sorted()
                        .toList();
        assertThat(things).hasSizeGreaterThan(3);
        var first = String.join(", ", things.subList(0, 3));
        assertThat(AskedComparison.translated(latvian, above, above.things()))
                .containsExactly(
                        "Not compared: the "
                                + things.size()
                                + " Latvian texts for things of boats, which has no Latvian texts,"
                                + " among them "
                                + first
                                + ". Lawyers read them beside the rules that they sign.");
        assertThat(AskedComparison.translated(latvian, latvian(above), above.things())).isEmpty();
        assertThat(AskedComparison.translated(local(), above, above.things())).isEmpty();
    }

    @Test
    void what_exeat_itself_says_in_a_language_is_no_text_for_a_thing_of_the_directive()
            throws PackException {
        var above = boats();
        var files = with("ko");
        var korean = Pack.parse("local", files);
        var own = "explain.fee.none=There is no fee.\n";
        files.merge(
                "messages_ko.properties",
                own.getBytes(UTF_8),
                (all, more) -> (new String(all, UTF_8) + new String(more, UTF_8)).getBytes(UTF_8));
        var reworded = Pack.parse("local", files);
        assertThat(reworded.words()).hasSizeGreaterThan(korean.words().size());
        assertThat(AskedComparison.translated(reworded, above, above.things()))
                .isEqualTo(AskedComparison.translated(korean, above, above.things()))
                .hasSize(1);
    }

    private static Directive latvian(Directive same) throws PackException {
        var read = Pack.read(same.ref().id(), with("lv"));
        assertThat(read.messages().languages()).contains("lv");
        return read;
    }
}
