package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Regular expressions that read what anybody may send. Java matches a repeated group by recursion
 * unless it is possessive or bounded, so that a long text takes the whole stack.
 */
class RegexTest {

    /** A group that ends in something repeated, is repeated itself, and gives back. */
    private static final Pattern ENDLESS =
            Pattern.compile("\"[^\"\n]*[\\]\\w][+*]\\)[+*](?![+])[^\n]*");

    /** Part of an address, whose length the server limits. */
    private static final Set<String> OF_ADDRESSES =
            Set.of(
                    "server/src/main/java/exeat/web/admin/AccountPages.java",
                    "server/src/main/java/exeat/web/admin/UnitPages.java");

    @Test
    void no_group_is_repeated_without_end_but_possessively() throws IOException {
        var found = new ArrayList<String>();
        for (var file : Rooms.files()) {
            var name = name(file);
            if (name.contains("/src/main/java/") && !OF_ADDRESSES.contains(name)) {
                ENDLESS.matcher(Files.readString(file))
                        .results()
                        .forEach(hit -> found.add(name + ": " + hit.group()));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_pattern_finds_what_it_is_for() {
        assertThat(ENDLESS.matcher("\"[a-z0-9]+(-[a-z0-9]+)*\"").find()).isTrue();
        assertThat(ENDLESS.matcher("\"[a-z0-9]+(-[a-z0-9]+)*+\"").find()).isFalse();
        assertThat(ENDLESS.matcher("\"[a-z0-9]+(-[a-z0-9]+){0,9}\"").find()).isFalse();
    }

    private static String name(Path file) {
        return Rooms.root().relativize(file).toString();
    }
}
