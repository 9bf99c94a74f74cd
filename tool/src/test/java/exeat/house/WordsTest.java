package exeat.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        var explained = types("## Names in the code");
        assertThat(explained).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(main).containsAll(explained);
    }

    @Test
    void no_type_has_the_name_of_a_type_of_another_file_without_a_reason() throws IOException {
        Map<String, List<JavaClass>> byName =
                Rooms.classes().stream()
                        .filter(WordsTest::isPublic)
                        .collect(groupingBy(JavaClass::getSimpleName, TreeMap::new, toList()));
        byName.values()
                .removeIf(types ->
                        types.size() == 1 || types.stream().noneMatch(JavaClass::isTopLevelClass));
        var reasoned = types("## Names that two public types share");
        assertThat(reasoned).doesNotHaveDuplicates();
        byName.keySet().removeAll(reasoned);
        assertThat(byName).isEmpty();
    }

    private static boolean isPublic(JavaClass type) {
        return !type.isAnonymousClass()
                && !type.getSimpleName().endsWith("-info")
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(WordsTest::isPublic).orElse(true);
    }

    /** The types that a section's table names. */
    private static List<String> types(String heading) throws IOException {
        var words = Files.readString(Rooms.root().resolve("docs/words.md"));
        var section = words.substring(words.indexOf(heading) + heading.length());
        int next = section.indexOf("\n## ");
        var rows = (next < 0 ? section : section.substring(0, next)).lines();
        return rows.filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" | ", 2)))
                .flatMap(names -> TYPE.matcher(names).results().map(match -> match.group(1)))
                .toList();
    }
}
