package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

    private static final String EU = "eu-2003-86";

    @Test
    void gains_and_losses_are_reported_with_an_example_each() throws IOException {
        Ran.exeat("compare", "k-and-a-fees", "k-and-a-fees-proportionate").isAsIn("compare.txt");
        Ran.exeat("compare", "--json", EU, "chakroun-marriage").isAsIn("compare-json.txt");
    }

    @Test
    void a_directive_compared_with_itself_leaves_everybody_as_they_are() {
        var ran = Ran.exeat("compare", "prc-1963", "prc-1963");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .endsWith("Nobody whose facts are all known gains or loses anything.\n");
    }

    @Test
    void cases_that_come_out_differently_are_lines_and_the_rest_is_counted() throws IOException {
        var cases = read("compare.jsonl");
        Ran.exeatWith(cases, "compare", EU, "chakroun-income", "--cases", "-")
                .isAsIn("compare-cases.txt");
        Ran.exeatWith(cases, "compare", EU, "chakroun-income", "--cases=-", "--json")
                .isAsIn("compare-cases-json.txt");
    }

    @Test
    void cases_of_a_csv_file_that_all_stay_as_they_are_are_status_0(@TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("c.csv"), "id,nationality\n1,KP\n2,CN\n");
        var ran = Ran.exeat("compare", "prc-1963", "prc-1963", "--cases", file.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("2 cases: 2 the same (0 of them by other rules), 0 better");
    }

    @Test
    void misuse_is_status_2() {
        assertThat(Ran.exeat("compare", EU).status()).isEqualTo(2);
        assertThat(Ran.exeat("compare", EU, "no-such-pack").status()).isEqualTo(2);
        var cases = Ran.exeat("compare", EU, EU, "--cases", "nowhere.csv");
        assertThat(cases.status()).isEqualTo(2);
        assertThat(cases.err()).isEqualTo("exeat: nowhere.csv: cannot be read\n");
    }

    @Test
    void a_day_without_a_version_in_force_is_named() {
        var ran = Ran.exeatWith("", "decide", EU, "--as-of", "2003-10-02");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("no version of eu-2003-86 is in force on 2003-10-02");
        assertThat(Ran.exeatWith("", "decide", EU, "--as-of", "2003-10-03").status()).isZero();
    }

    private static String read(String name) throws IOException {
        return Files.readString(
                Ran.root().resolve("tool/src/test/resources/exeat/tool").resolve(name));
    }
}
