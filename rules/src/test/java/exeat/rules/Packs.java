package exeat.rules;

import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The packs of the project, found from the build's root. */
public final class Packs {

    private Packs() {}

    public static Path folder(String id) {
        return root().resolve("directives").resolve(id);
    }

    public static Path root() {
        return Path.of(System.getProperty("exeat.root", ".."));
    }

    /** Every pack of the project, local ones too. */
    public static List<Path> folders() {
        try (var files = Files.walk(root().resolve("directives"))) {
            return files.filter(file -> file.endsWith("record.yaml"))
                    .map(file -> Objects.requireNonNull(file.getParent()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Directive prc1963() {
        return read(folder("prc-1963"));
    }

    /** What made-up people answer under the directive of 1963. */
    public static SampleAnswers answers1963() {
        try {
            return SampleAnswers.read(folder("prc-1963"), prc1963());
        } catch (PackException bad) {
            throw new IllegalStateException(bad);
        }
    }

    public static Directive eu2003() {
        return read(folder("eu-2003-86"));
    }

    public static Directive read(Path folder) {
        try {
            return Pack.read(folder);
        } catch (PackException bad) {
            throw new IllegalStateException(bad);
        }
    }
}
