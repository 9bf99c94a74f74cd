package exeat.desk.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Examples of stored data, one per line: a folder for each version that added something. {@code
 * -Dexeat.golden=write} writes files that are missing from all folders; an existing file is never
 * rewritten, because its content may be stored somewhere.
 */
final class Examples {

    /** New examples are written here; after a release, additions go to the next folder. */
    private static final String VERSION = "0.3";

    private static final Path ALL = Path.of("src/test/resources/exeat/desk/stored");

    private Examples() {}

    /** The lines for a name in all versions; {@code made} if there are none and writing is on. */
    static List<String> lines(String name, Supplier<List<String>> made) throws IOException {
        var fresh = ALL.resolve(VERSION).resolve(name + ".txt");
        if ("write".equals(System.getProperty("exeat.golden")) && files(name).isEmpty()) {
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, String.join("\n", made.get()) + "\n");
        }
        var lines = new ArrayList<String>();
        for (var file : files(name)) {
            lines.addAll(Files.readAllLines(file));
        }
        assertThat(lines)
                .as("no example of %s: run exeat golden once, then read what was added", name)
                .isNotEmpty();
        return lines;
    }

    private static List<Path> files(String name) throws IOException {
        var files = new ArrayList<Path>();
        for (var version : folders()) {
            var file = version.resolve(name + ".txt");
            if (Files.exists(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private static List<Path> folders() throws IOException {
        if (!Files.exists(ALL)) {
            return List.of();
        }
        try (var folders = Files.list(ALL)) {
            return folders.sorted().toList();
        }
    }

    /** The names in a folder, over all versions, and over all versions of a shape. */
    static List<String> names(String folder) throws IOException {
        var names = new TreeMap<String, Path>();
        for (var version : folders()) {
            if (Files.exists(version.resolve(folder))) {
                try (var files = Files.list(version.resolve(folder))) {
                    files.forEach(file -> names.put(name(file), file));
                }
            }
        }
        return List.copyOf(names.keySet());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("(\\.[0-9]+)?\\.txt$", "");
    }

    /**
     * Checks that the same is written now as then. Only a field that came later may be added, as
     * null.
     */
    static void same(String as, String then, String now) throws IOException {
        if (!now.equals(then)) {
            // Both read alike: a tree of nodes does not keep the scale of a number.
            assertThat(without(then, now)).as(as).isEqualTo(without(then, then));
        }
    }

    private static String without(String then, String now) throws IOException {
        var before = JsonCodec.read(exeat.store.Bytes.utf8(then), JsonNode.class);
        var after = JsonCodec.read(exeat.store.Bytes.utf8(now), JsonNode.class);
        drop(before, after);
        return JsonCodec.text(after);
    }

    private static void drop(JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            var later = new ArrayList<String>();
            for (Map.Entry<String, JsonNode> field : is.properties()) {
                if (was.get(field.getKey()) == null) {
                    if (field.getValue().isNull()) {
                        later.add(field.getKey());
                    }
                } else {
                    drop(was.get(field.getKey()), field.getValue());
                }
            }
            is.remove(later);
        } else if (before.isArray() && before.size() == after.size()) {
            for (int at = 0; at < before.size(); at++) {
                drop(before.get(at), after.get(at));
            }
        }
    }
}
