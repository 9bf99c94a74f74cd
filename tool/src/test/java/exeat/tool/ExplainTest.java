package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ExplainTest {

    @Test
    void each_line_is_explained_in_sentences_as_a_trace_and_as_json() throws IOException {
        explain().isAsIn("explain-text.txt");
        explain("--as", "trace").isAsIn("explain-trace.txt");
        explain("--as", "json").isAsIn("explain-json.txt");
    }

    @Test
    void other_languages_and_other_readers_are_spoken_to() throws IOException {
        explain("--lang", "ko").isAsIn("explain-ko.txt");
        explain("--lang", "zh", "--open").isAsIn("explain-zh-open.txt");
        assertThat(explain("--open").out()).doesNotContain("Route C", "3.1", "Telegram");
        assertThat(explain("--open", "--as", "json").status()).isEqualTo(2);
    }

    /** Its file is a test's own. */
    @Test
    void what_a_language_that_is_not_finished_lacks_is_named_and_is_no_bug() throws IOException {
        var ran = explain("--lang", "qaa");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("exeat: the language qaa is not finished:\n")
                .contains("exeat: explain_qaa.properties: explain.why.by-rule is missing\n");
    }

    private static Ran explain(String... options) throws IOException {
        var arguments = new String[options.length + 2];
        arguments[0] = "explain";
        arguments[1] = "prc-1963";
        System.arraycopy(options, 0, arguments, 2, options.length);
        var input = Ran.root().resolve("tool/src/test/resources/exeat/tool/explain.jsonl");
        return Ran.exeatWith(Everybody.inJson(Files.readString(input)), arguments);
    }
}
