package exeat.demo;

import java.nio.file.Path;
import java.util.Objects;

/** The directives that lie beside the sources. */
public final class Packs {

    private Packs() {}

    public static Path folder() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root, "directives");
    }
}
