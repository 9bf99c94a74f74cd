package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of words explains types of the program, and none that it no longer has. */
class WordsTest {

    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)`");

    @Test
    void every_type_that_the_table_of_words_explains_exists() throws IOException {
        var main =
                Rooms.sources().stream()
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                        .collect(Collectors.toSet());
        var table = Files.readString(Rooms.root().resolve("docs/words.md"));
        var rows = table.substring(table.indexOf("## Names in the code"));
        var explained = TYPE.matcher(rows).results().map(match -> match.group(1)).toList();
        assertThat(explained).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(main).containsAll(explained);
    }
}
