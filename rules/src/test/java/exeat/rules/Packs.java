package exeat.rules;

import java.nio.file.Path;

/** The packs of the project, found from the build's root. */
final class Packs {

    private Packs() {}

    static Path folder(String id) {
        return root().resolve("directives").resolve(id);
    }

    static Path root() {
        return Path.of(System.getProperty("exeat.root", ".."));
    }

    static Directive prc1963() {
        try {
            return Pack.read(folder("prc-1963"));
        } catch (PackException bad) {
            throw new IllegalStateException(bad);
        }
    }
}
