package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.tool.input.CsvReader;
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
                        new CsvReader.Fields(1, List.of("a", "b \"c\", d", "")),
                        new CsvReader.Fields(2, List.of("two\nlines", "x")));
    }

    @Test
    void a_broken_record_costs_its_own_line_alone() throws IOException {
        assertThat(read("a\"b,c\nd\n\"e\"f\ng\n"))
                .containsExactly(
                        new CsvReader.Broken(
                                1, 1, "a quote is inside a field that does not start with one"),
                        new CsvReader.Fields(2, List.of("d")),
                        new CsvReader.Broken(3, 1, "there is text after the closing quote"),
                        new CsvReader.Fields(4, List.of("g")));
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_where_it_began() throws IOException {
        assertThat(read("a\nb,\"c\nd\n"))
                .containsExactly(
                        new CsvReader.Fields(1, List.of("a")),
                        new CsvReader.Broken(2, 2, "a quote is never closed"));
    }

    @Test
    void lines_are_counted_on_after_a_field_of_two_lines() throws IOException {
        assertThat(read("\"a\nb\"\nc\n"))
                .containsExactly(
                        new CsvReader.Fields(1, List.of("a\nb")),
                        new CsvReader.Fields(3, List.of("c")));
    }

    @Test
    void a_record_that_is_too_long_is_passed_over() throws IOException {
        assertThat(read("x".repeat(101) + "\ny\n"))
                .containsExactly(
                        new CsvReader.Broken(1, 1, "the record is longer than 100"),
                        new CsvReader.Fields(2, List.of("y")));
    }

    private static List<CsvReader.CsvItem> read(String text) throws IOException {
        var csv = new CsvReader(new StringReader(text), 100);
        var found = new ArrayList<CsvReader.CsvItem>();
        for (var next = csv.next(); !(next instanceof CsvReader.End); next = csv.next()) {
            found.add(next);
        }
        return found;
    }
}
