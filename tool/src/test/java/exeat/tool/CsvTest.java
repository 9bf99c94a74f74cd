package exeat.tool;

import exeat.tool.input.Csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void fields_are_read_as_rfc_4180_has_them() throws IOException {
        assertThat(read("a,\"b \"\"c\"\", d\",\r\n\"two\nlines\",x"))
                .containsExactly(
                        new Csv.Fields(1, List.of("a", "b \"c\", d", "")),
                        new Csv.Fields(2, List.of("two\nlines", "x")));
    }

    @Test
    void a_broken_record_costs_its_own_line_alone() throws IOException {
        assertThat(read("a\"b,c\nd\n\"e\"f\ng\n"))
                .containsExactly(
                        new Csv.Broken(
                                1, 1, "a quote stands inside a field that does not begin with one"),
                        new Csv.Fields(2, List.of("d")),
                        new Csv.Broken(3, 1, "there is more after the closing quote"),
                        new Csv.Fields(4, List.of("g")));
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_where_it_began() throws IOException {
        assertThat(read("a\nb,\"c\nd\n"))
                .containsExactly(
                        new Csv.Fields(1, List.of("a")),
                        new Csv.Broken(2, 2, "a quote is never closed"));
    }

    @Test
    void lines_are_counted_on_after_a_field_of_two_lines() throws IOException {
        assertThat(read("\"a\nb\"\nc\n"))
                .containsExactly(
                        new Csv.Fields(1, List.of("a\nb")), new Csv.Fields(3, List.of("c")));
    }

    @Test
    void a_record_that_is_too_long_is_passed_over() throws IOException {
        assertThat(read("x".repeat(101) + "\ny\n"))
                .containsExactly(
                        new Csv.Broken(1, 1, "the record is longer than 100"),
                        new Csv.Fields(2, List.of("y")));
    }

    private static List<Csv.Outcome> read(String text) throws IOException {
        var csv = new Csv(new StringReader(text), 100);
        var found = new ArrayList<Csv.Outcome>();
        for (var next = csv.next(); !(next instanceof Csv.End); next = csv.next()) {
            found.add(next);
        }
        return found;
    }
}
