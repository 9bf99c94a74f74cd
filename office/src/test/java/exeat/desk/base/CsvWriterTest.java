package exeat.desk.base;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.base.CsvWriter.Text;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    private static String record(Object... cells) throws IOException {
        var out = new StringBuilder();
        new CsvWriter(out, CsvWriter.CRLF).write(List.of(cells));
        return out.toString();
    }

    @Test
    void our_words_and_numbers_are_bare_and_user_text_is_quoted() throws IOException {
        assertThat(record("jl-yanji", new Text("Yanji"), 12, "1-4", "", "<5"))
                .isEqualTo("jl-yanji,\"Yanji\",12,1-4,,<5\r\n");
        assertThat(record("total", "", 3)).isEqualTo("total,,3\r\n");
        assertThat(record(7L, 0, new Text(""), new Text("no \"such\", place\nat all")))
                .isEqualTo("7,0,\"\",\"no \"\"such\"\", place\nat all\"\r\n");
    }

    @Test
    void a_word_with_a_comma_in_it_is_quoted_too() throws IOException {
        assertThat(record("a,b", "c")).isEqualTo("\"a,b\",c\r\n");
        assertThat(CsvWriter.line(List.of("X1", "", "made up: nobody", "연길")))
                .isEqualTo("X1,,made up: nobody,연길");
    }

    @Test
    void text_that_looks_like_a_formula_gets_an_apostrophe() throws IOException {
        for (var text :
                List.of(
                        "=1+1", "+1", "-1", "@sum", "\tx", "\rx", "=a\nb", "＝1", "＋1", "－1",
                        "＠sum")) {
            assertThat(record("1", new Text(text))).isEqualTo("1,\"'" + text + "\"\r\n");
        }
    }
}
