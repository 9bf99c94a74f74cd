package exeat.fuzz;

import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer calls with each input; {@code main} writes the inputs with which it begins. */
public final class FuzzMain {

    private static final Target TARGET = target();

    private FuzzMain() {}

    private static Target target() {
        try {
            return Targets.valueOf(System.getProperty("exeat.fuzz.target", "")).open();
        } catch (IOException | PackException broken) {
            throw new IllegalStateException("the target cannot be opened", broken);
        }
    }

    /** One input. */
    @SuppressWarnings("unused") // Jazzer finds it by its name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.run(input);
    }

    /** Writes the good inputs of the target into a folder. */
    public static void main(String... folder) throws Exception {
        var to = Files.createDirectories(Path.of(folder[0]));
        int n = 0;
        for (var seed : TARGET.seeds()) {
            Files.write(to.resolve("seed-" + n++), seed);
        }
        var words = new StringBuilder();
        for (var word : TARGET.words()) {
            words.append('"');
            for (var b : word.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                words.append("\\x%02X".formatted(b & 0xff));
            }
            words.append("\"\n");
        }
        Files.writeString(Path.of(folder[0] + ".dict"), words);
    }
}
