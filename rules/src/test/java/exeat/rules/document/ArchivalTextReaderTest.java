package exeat.rules.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.rules.Packs;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Archival records in plain text; the layout is an archive's, the words are ours. */
class ArchivalTextReaderTest {

    private static final String LETTER =
            """


            March 1, 1950

            **A Letter on Boats and
            Who May Borrow Them**

            Citation:

            "A Letter on Boats", March 1, 1950, An Archive, 12-3. <https://example.org/12>

            Summary:

            The harbour tells its posts who may borrow a boat.

            Credits:

            Typed by a volunteer

            Original Language:

            French

            Contents:

            Translation - English

            [To] the North Pier, East, West, and South Posts and the Lake Office:

            Boats are lent to [all] fishers.
            They bring them back.

            □□

            Nobody pays [a fee].

            □

            Write to us.

            Harbour Office

            1 March 1950
            """;

    @Test
    void a_record_is_read_as_it_stands() throws PackException {
        var record = ArchivalTextReader.read(LETTER);
        assertThat(record.date()).hasToString("1950-03-01");
        assertThat(record.title()).isEqualTo("A Letter on Boats and Who May Borrow Them");
        assertThat(record.citation()).startsWith("\"A Letter").endsWith("<https://example.org/12>");
        assertThat(record.summary())
                .isEqualTo("The harbour tells its posts who may borrow a boat.");
        assertThat(record.credits()).isEqualTo("Typed by a volunteer");
        assertThat(record.originalLanguage()).isEqualTo("French");
        assertThat(record.issuer()).isEqualTo("Harbour Office");
        assertThat(record.addressees())
                .containsExactly("North Pier", "East", "West", "South Posts", "Lake Office");
        assertThat(record.paragraphs())
                .extracting(Paragraph::gist)
                .containsExactly(
                        "Boats are lent to [all] fishers. They bring them back.",
                        "Nobody pays [a fee].",
                        "Write to us.");
        assertThat(record.marks())
                .containsExactly(
                        new DirectiveRecord.Mark("□□", "before paragraph 2"),
                        new DirectiveRecord.Mark("□", "before paragraph 3"));
        assertThat(record.editorial()).containsExactly("[To]", "[all]", "[a fee]");
    }

    @Test
    void other_line_ends_a_byte_order_mark_and_trailing_blanks_change_nothing()
            throws PackException {
        var plain = ArchivalTextReader.read(LETTER);
        assertThat(ArchivalTextReader.read("\uFEFF" + LETTER.replace("\n", "  \t\r\n")))
                .isEqualTo(plain);
        assertThat(ArchivalTextReader.read("a.txt", LETTER.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
    }

    @Test
    void a_record_without_closing_date_keeps_its_last_paragraph() throws PackException {
        var record =
                ArchivalTextReader.read(LETTER.replace("Harbour Office\n\n1 March 1950\n", ""));
        assertThat(record.issuer()).isEmpty();
        assertThat(record.paragraphs())
                .last()
                .extracting(Paragraph::gist)
                .isEqualTo("Write to us.");
    }

    @Test
    void a_text_that_is_no_record_is_told_what_is_missing_and_where() {
        assertThat(problems("Dear friend,\n\nhow are you?\n"))
                .containsExactly(
                        "text:1: date: is missing: the text must begin with one, such as March"
                                + " 1, 1950",
                        "text:3: title: is missing: write it between ** before the citation",
                        "text:3: Citation: is missing: there is no line 'Citation:'",
                        "text:3: Summary: is missing: there is no line 'Summary:'",
                        "text:3: Credits: is missing: there is no line 'Credits:'",
                        "text:3: Original Language: is missing: there is no line 'Original"
                                + " Language:'",
                        "text:3: Contents: is missing: there is no line 'Contents:'");
    }

    @Test
    void each_missing_part_is_named_alone() {
        assertThat(problems(LETTER.replace("March 1, 1950\n\n**", "**")))
                .containsExactly(
                        "text:3: date: is missing: the text must begin with one, such as March"
                                + " 1, 1950");
        assertThat(problems(LETTER.replace("March 1, 1950\n\n**", "February 30, 1950\n\n**")))
                .hasSize(1);
        assertThat(problems(LETTER.replace("**", "")))
                .containsExactly(
                        "text:5: title: is missing: write it between ** before the" + " citation");
        assertThat(problems(LETTER.replace("Summary:", "")))
                .containsExactly("text:16: Summary: is missing: there is no line 'Summary:'");
        assertThat(problems(LETTER.replace("French", "")))
                .containsExactly("text:20: Original Language: is empty");
        assertThat(problems(LETTER.replace("Credits:", "Summary:")))
                .contains("text:16: Summary: is there twice");
        assertThat(problems(LETTER.replace("[all]", "[all")))
                .containsExactly("text:30: Contents: has an unmatched bracket");
        assertThat(problems(LETTER.substring(0, LETTER.indexOf("[To]"))))
                .containsExactly("text:27: Contents: has no paragraph");
    }

    @Test
    void input_that_is_too_long_or_not_text_is_refused() {
        assertThat(problems(LETTER + "x".repeat(ArchivalTextReader.MAX_LENGTH)))
                .containsExactly("text: file: is longer than 1048576 characters");
        assertThat(problems(LETTER.replace("French", "Fre\0nch")))
                .containsExactly("text:22: file: has control characters");
        assertThat(problems("")).hasSize(7);
        var notUtf8 = new byte[] {'a', '\n', (byte) 0xff};
        var thrown =
                catchThrowableOfType(
                        PackException.class, () -> ArchivalTextReader.read("b.txt", notUtf8));
        assertThat(thrown).hasMessage("b.txt:2: file: is not UTF-8 text");
    }

    @Test
    void the_seed_of_1963_is_read_as_it_stands() throws IOException, PackException {
        var seeds =
                List.of(
                        Packs.root().resolve("../shared/seeds"),
                        Packs.root().resolve("../../shared/seeds"));
        var folder = seeds.stream().filter(Files::isDirectory).findFirst();
        assumeTrue(folder.isPresent(), "shared/seeds does not lie beside this checkout");
        try (var files = Files.list(folder.orElseThrow())) {
            Path seed =
                    files.filter(file -> file.toString().endsWith(".txt"))
                            .findFirst()
                            .orElseThrow();
            var record = ArchivalTextReader.read(seed.toString(), Files.readAllBytes(seed));
            assertThat(record.date()).hasToString("1963-08-08");
            assertThat(record.title()).startsWith("Instructions").endsWith("Going to Korea");
            assertThat(record.issuer()).isEqualTo("Central Committee");
            assertThat(record.addressees()).hasSize(6);
            assertThat(record.originalLanguage()).isEqualTo("Chinese");
            assertThat(record.paragraphs()).hasSize(4);
            assertThat(record.marks())
                    .extracting(DirectiveRecord.Mark::place)
                    .containsExactly(
                            "before paragraph 2", "before paragraph 3", "before paragraph 4");
            assertThat(record.editorial()).startsWith("[To]").contains("[North]").hasSize(12);
        }
    }

    private static List<String> problems(String text) {
        var thrown = catchThrowableOfType(PackException.class, () -> ArchivalTextReader.read(text));
        return thrown.problems().stream().map(PackException.Problem::toString).toList();
    }
}
