package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says that a test shows, a test of that name can show. */
class NamedTestsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/threat-model.md", "docs/who-can-do-what.md"})
    void every_test_that_a_page_names_is_there(String page) throws IOException {
        var classes =
                Rooms.sources().stream()
                        .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                        .collect(Collectors.toSet());
        var named =
                NAMED.matcher(Files.readString(Rooms.root().resolve(page)))
                        .results()
                        .map(match -> match.group(1))
                        .distinct()
                        .toList();
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(classes).containsAll(named);
    }

    /** A row that nothing shows says so. */
    @Test
    void every_row_of_who_can_do_what_names_a_test_or_says_that_there_is_none() throws IOException {
        var rows =
                Files.readAllLines(Rooms.root().resolve("docs/who-can-do-what.md")).stream()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| can |"))
                        .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows)
                .allMatch(row -> NAMED.matcher(row).find() || row.endsWith("| not tested |"));
    }
}
