package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Functions of units and purposes of journeys are words of packs: the program names none. The
 * demonstration and the bench play packs of their own, and name what is in these.
 */
class PackWordsTest {

    private static final Pattern NAMED = Pattern.compile("\\bnew (Purpose|UnitFunction)\\(\\s*\"");
    private static final Pattern PLAYS = Pattern.compile("(demo|bench)/.*|.*/src/test/.*");

    /** Gives a pack that declares none the three that were fixed then. */
    private static final String LEGACY =
            "rules/src/main/java/exeat/rules/finding/LegacyPurposes.java";

    @Test
    void no_java_of_the_program_names_a_purpose_or_a_function() throws IOException {
        var naming = new ArrayList<String>();
        for (var file : Rooms.sources()) {
            var path = Rooms.root().relativize(file).toString().replace('\\', '/');
            if (!PLAYS.matcher(path).matches() && NAMED.matcher(Files.readString(file)).find()) {
                naming.add(path);
            }
        }
        assertThat(naming).containsExactly(LEGACY);
    }
}
