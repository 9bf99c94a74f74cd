package exeat.demo;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.Objects;

/** The directives that lie beside the sources. */
public final class Packs {

    private Packs() {}

    public static Path folder() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root, "directives");
    }

    static Directive prc1963() {
        try {
            return Pack.read(folder().resolve("prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What made-up people answer under the directive of 1963. */
    public static SampleAnswers answers1963() {
        try {
            return SampleAnswers.read(folder().resolve("prc-1963"), prc1963());
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
