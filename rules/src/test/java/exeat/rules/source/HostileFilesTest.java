package exeat.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to hurt their reader. */
class HostileFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://localhost:9/p\"> %p;]><a/>",
                "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\"><!ENTITY z \"&y;&y;\">]><a>&z;</a>",
                "<a>&unknown;</a>",
                "<a>",
                "<a></b>",
                "",
                "{}",
                "<a/><b/>"
            })
    void xml_with_more_or_less_than_elements_is_refused(String xml) {
        assertThat(problems(xml)).hasSize(1);
    }

    @Test
    void the_problem_reveals_nothing_about_an_entitys_target() {
        var xml = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<a>&e;</a>";
        assertThat(problems(xml))
                .containsExactly(
                        new ProblemCollector.Problem(
                                1, "xml", "has a document type declaration, which is not allowed"));
    }

    @Test
    void xml_that_is_too_deep_too_full_or_too_long_is_refused() {
        assertThat(problems("<a>".repeat(100_000)))
                .extracting("message")
                .containsExactly("is nested deeper than 48");
        assertThat(problems("<a>" + "<b/>".repeat(400_000) + "</a>"))
                .extracting("message")
                .containsExactly("has more than 400000 elements");
        assertThat(problems("<a>" + " ".repeat(9_000_000) + "</a>"))
                .extracting("message")
                .containsExactly("is 9000007 bytes long; the limit is 8388608");
    }

    @Test
    void comments_character_data_and_foreign_attributes_are_no_trouble() {
        var problems = new ProblemCollector();
        var xml =
                "<!-- one --><a xmlns:v='urn:v' v:x='1' y='2'>b<!-- two --><![CDATA[<c>]]>&amp;</a>";
        var element = XmlReader.read(xml.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        assertThat(element.text()).isEqualTo("b<c>&");
        assertThat(element.attributes()).containsOnlyKeys("y");
        assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1\nb: *x",
                "a: &x [*x]",
                "a: !!javax.script.ScriptEngineManager []",
                "<<: {a: 1}\n<<: {b: 2}",
                "a: 1\na: 2",
                "? [a]\n: b",
                "- a",
                "a: 1\n---\nb: 2",
                "",
                "# nothing",
                "a: \"b",
                "a: \"\\u",
                "a: [b, \"\\U123\"]",
                "\tb: 1"
            })
    void yaml_that_is_more_than_keys_and_values_is_refused(String yaml) {
        var problems = new ProblemCollector();
        assertThat(YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), problems)).isEmpty();
        assertThat(problems.found()).hasSize(1);
    }

    @Test
    void yaml_that_is_too_deep_or_too_long_is_refused() {
        var problems = new ProblemCollector();
        var deep = "a: " + "[".repeat(100_000);
        assertThat(YamlReader.read(deep.getBytes(StandardCharsets.UTF_8), problems)).isEmpty();
        var list = "a: [" + "b,".repeat(2_000_000) + "b]";
        assertThat(YamlReader.read(list.getBytes(StandardCharsets.UTF_8), problems)).isEmpty();
        assertThat(problems.found()).hasSize(2);
    }

    /** What lawyers read before they sign is what is there, on every terminal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"x\\e[2J\\e[HProved.\"",
                "a: \"x\\nProved, without conditions.\"",
                "a: \"x\\u202Edevorp\"",
                "a: \"x\\u2028Proved\"",
                "a: \"x\\x7F\"",
                "\"a\\x9b\": b"
            })
    void yaml_that_writes_over_what_others_read_is_refused(String yaml) {
        var problems = new ProblemCollector();
        assertThat(YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), problems)).isEmpty();
        assertThat(problems.found())
                .containsExactly(
                        new ProblemCollector.Problem(
                                1,
                                "yaml",
                                "a text has a control character, or one that changes the direction of"
                                        + " writing"));
    }

    @Test
    void xml_that_writes_over_what_others_read_is_refused() {
        assertThat(problems("<a id=\"ret&#10;urn\"/>")).hasSize(1);
        assertThat(problems("<a name=\"x&#x9b;2J\"/>")).hasSize(1);
        assertThat(problems("<a label=\"x&#x202E;y\"/>")).hasSize(1);
        // Editors keep a name's line ends.
        var problems = new ProblemCollector();
        var kept = "<a name=\"two&#10;lines\"/>".getBytes(StandardCharsets.UTF_8);
        assertThat(XmlReader.read(kept, problems)).isPresent();
    }

    @Test
    void yaml_keeps_its_lines_and_guesses_no_types() {
        var problems = new ProblemCollector();
        var yaml = "a: no\nb:\n  - 010\n  - {c: ~}\n";
        var root = YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        assertThat(root.entries().getFirst().value()).isEqualTo(new YamlNode.Scalar(1, "no"));
        var list = (YamlNode.Sequence) root.entries().getLast().value();
        assertThat(list.items().getFirst()).isEqualTo(new YamlNode.Scalar(3, "010"));
        assertThat(list.items().getLast().line()).isEqualTo(4);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_with_their_line() {
        var problems = new ProblemCollector();
        var latin1 = "a: b\nc: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SourceText.decode(latin1, 100, problems)).isEmpty();
        assertThat(problems.found())
                .containsExactly(new ProblemCollector.Problem(2, "file", "is not UTF-8 text"));
    }

    private static List<ProblemCollector.Problem> problems(String xml) {
        var problems = new ProblemCollector();
        assertThat(XmlReader.read(xml.getBytes(StandardCharsets.UTF_8), problems)).isEmpty();
        return problems.found();
    }

    /** The parser reads in pieces, and a rare Han character is two of its units. */
    @Test
    void yaml_is_read_wherever_a_rare_character_stands() {
        for (int before = 1_000; before < 1_060; before++) {
            var text = "a: " + "b".repeat(before) + "\uD840\uDC00";
            var problems = new ProblemCollector();
            var read = YamlReader.read(text.getBytes(StandardCharsets.UTF_8), problems);
            assertThat(read).as("after %d others", before).isPresent();
        }
    }
}
