package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rooms of the house, as they lie on the disk. */
final class Rooms {

    static final List<String> ALL =
            List.of(
                    "rules",
                    "casework",
                    "ledger",
                    "papers",
                    "identity",
                    "json",
                    "office",
                    "demo",
                    "server",
                    "tool");

    /** Folders that are made, and what other tools keep beside the sources. */
    private static final Set<String> MADE = Set.of("target", ".git", ".exeat", ".idea", ".vscode");

    private Rooms() {}

    static Path root() {
        return Path.of(System.getProperty("exeat.root", "..")).toAbsolutePath().normalize();
    }

    private static final String MADE_CLASSES = "target/classes";

    /** Every room's own classes; a room that is not built, when one alone is, is left out. */
    static JavaClasses classes() {
        var built =
                ALL.stream()
                        .map(room -> root().resolve(room))
                        .filter(room -> Files.isDirectory(room.resolve(MADE_CLASSES)))
                        .toList();
        built.forEach(Rooms::isWhole);
        return new ClassFileImporter()
                .importPaths(built.stream().map(room -> room.resolve(MADE_CLASSES)).toList());
    }

    /** Another room may be compiled beside these tests: waits until each source has its class. */
    private static void isWhole(Path room) {
        for (int tries = 0; !lacking(room).isEmpty(); tries++) {
            assertThat(tries).as("not compiled: %s", lacking(room)).isLessThan(240);
            try {
                Thread.sleep(500);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static List<Path> lacking(Path room) {
        var sources = room.resolve("src/main/java");
        return walk(sources)
                .map(sources::relativize)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.toString().endsWith("-info.java"))
                .filter(file ->
                        !Files.exists(
                                room.resolve(MADE_CLASSES)
                                        .resolve(file.toString().replace(".java", ".class"))))
                .toList();
    }

    /** Every file that belongs to the project, not what is made from it. */
    static List<Path> files() {
        return walk(root()).toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted().toList().stream()
                    .filter(child -> !MADE.contains(String.valueOf(child.getFileName())))
                    .flatMap(child -> Files.isDirectory(child) ? walk(child) : Stream.of(child));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> sources() {
        return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /** Where the pattern is found in the program's own sources: file, line and text. */
    static List<String> inMain(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (var source : sources()) {
            if (!source.toString().contains("/src/main/java/")) {
                continue;
            }
            var text = Files.readString(source);
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                long line =
                        text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
                var what = matcher.group().replaceAll("\\s+", " ").strip();
                found.add(root().relativize(source) + ":" + (line + 1) + ": " + what);
            }
        }
        return found;
    }
}
