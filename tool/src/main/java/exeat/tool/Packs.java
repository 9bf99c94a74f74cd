package exeat.tool;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packs that a name on the command line can mean. */
final class Packs {

    private Packs() {}

    /** The folder where Exeat's own packs lie. */
    static Path folder() {
        return Path.of(System.getProperty("exeat.root", ".")).resolve("directives");
    }

    /** The folder of a pack, given as a path or as the name of one under {@code directives/}. */
    static Path find(String pack) {
        var own = folder().resolve(pack);
        if (Files.isDirectory(Path.of(pack))) {
            return Path.of(pack);
        }
        if (pack.matches("[a-z0-9]+(-[a-z0-9]+)*") && Files.isDirectory(own)) {
            return own;
        }
        throw new Trouble(
                "no pack '" + pack + "': neither a folder nor one of " + String.join(", ", ids()));
    }

    static Directive read(String pack) {
        try {
            return Pack.read(find(pack));
        } catch (PackException e) {
            throw new Trouble(e);
        }
    }

    static List<String> ids() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (var children = Files.list(folder())) {
            return children.filter(child -> Files.exists(child.resolve("rules.dmn")))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Trouble("cannot list " + folder() + ": " + e.getMessage(), e);
        }
    }
}
