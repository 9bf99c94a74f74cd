package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each file, class and test that the recipes name is there, and each link leads somewhere. */
class HowToAddTest {

    private static final Path PAGE = Rooms.root().resolve("docs").resolve("how-to-add.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z][A-Za-z0-9]*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

    private static final Pattern RUN = Pattern.compile("-D(?:it\\.)?test='?([A-Za-z0-9]+)");

    /** Said where no test of a kind is to run. */
    private static final String NONE = "NoSuch";

    /** A decision in the tables of a pack, and a type within another. */
    private static final Set<String> NO_FILE = Set.of("Clearances", "Source");

    private static List<String> quoted() throws IOException {
        return QUOTED.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    @Test
    void every_file_that_a_recipe_names_is_there() throws IOException {
        var files =
                quoted().stream()
                        .filter(text -> FILE.matcher(text).matches() && !text.startsWith("./"))
                        .toList();
        assertThat(files).hasSizeGreaterThan(15);
        assertThat(files).allSatisfy(file -> assertThat(Rooms.root().resolve(file)).exists());
    }

    @Test
    void every_class_and_test_that_a_recipe_names_is_there() throws IOException {
        var classes =
                Rooms.sources().stream()
                        .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                        .collect(Collectors.toSet());
        var named =
                quoted().stream()
                        .filter(text -> TYPE.matcher(text).matches() && !NO_FILE.contains(text))
                        .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(classes).containsAll(named);
    }

    /** Within a command, where nothing quotes it. */
    @Test
    void every_test_that_a_command_runs_is_there() throws IOException {
        var tests =
                Rooms.sources().stream()
                        .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                        .collect(Collectors.toSet());
        var run =
                RUN.matcher(Files.readString(PAGE))
                        .results()
                        .map(match -> match.group(1))
                        .filter(test -> !test.equals(NONE))
                        .toList();
        assertThat(run).isNotEmpty();
        assertThat(tests).containsAll(run);
    }

    /** A changed pack is a new version: each recipe for data says so. */
    @Test
    void every_recipe_that_changes_a_pack_speaks_of_its_version() throws IOException {
        var recipes = List.of(Files.readString(PAGE).split("(?m)^## "));
        for (var recipe : recipes.subList(1, recipes.size())) {
            if (recipe.contains("`directives/prc-1963/vocabulary.yaml`")
                    || recipe.contains("`directives/prc-1963/rules.dmn`")
                    || recipe.contains("`directives/prc-1963/authorities.yaml`")
                    || recipe.contains("`directives/prc-1963/messages_en.properties`")) {
                assertThat(recipe).contains("[above](#how-to-add-something)");
            }
        }
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        var text = Files.readString(PAGE);
        for (var link : LINK.matcher(text).results().toList()) {
            var page = link.group(1).isEmpty() ? PAGE : PAGE.resolveSibling(link.group(1));
            assertThat(page).exists();
            if (link.group(2) != null) {
                assertThat(anchors(page)).contains(link.group(2));
            }
        }
    }

    private static Set<String> anchors(Path page) throws IOException {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1))
                .map(title -> title.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
