package exeat.web;

import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.Objects;

/** What the people made up here answer under the directive of 1963, beside their story. */
public final class MadeUp {

    public static final SampleAnswers ANSWERS = read();

    private MadeUp() {}

    private static SampleAnswers read() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var folder = Path.of(root, "directives", "prc-1963");
        try {
            return SampleAnswers.read(folder, Pack.read(folder));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
