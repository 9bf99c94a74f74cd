package exeat.web.help;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** The directive of 1963 with a made-up directory that has every field, and without. */
public final class DirectoryPack {

    private static final Path PACK = Path.of("..", "directives", "prc-1963");
    private static final Path ADDED = Path.of("..", "rules/src/test/resources/directory");

    private static final String DIRECTORY = "directory.yaml";

    private DirectoryPack() {}

    static Directive without() throws PackException {
        return Pack.read(PACK);
    }

    /** The same, where the directory names a unit that hears people who ask for protection. */
    static Directive hearing() throws IOException, PackException {
        return read("unit: jl-yanji-ps", "unit: jl-yanji");
    }

    /** Each language's texts of the directory stand after the pack's own. */
    public static Directive read() throws IOException, PackException {
        return read("", "");
    }

    private static Directive read(String instead, String unit) throws IOException, PackException {
        var files = new TreeMap<>(Pack.files(PACK));
        files.put(DIRECTORY, new byte[0]);
        for (var file : files.entrySet()) {
            var name = file.getKey();
            if (name.equals(DIRECTORY) || name.startsWith("messages_")) {
                var whole = new ByteArrayOutputStream();
                whole.writeBytes(file.getValue());
                whole.write('\n');
                var text = Files.readString(added(name)).replace(instead, unit);
                whole.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                file.setValue(whole.toByteArray());
            }
        }
        return Pack.read("prc-1963", files);
    }

    /** In English where a language that is new to the pack has no texts of a directory yet. */
    private static Path added(String name) {
        var file = ADDED.resolve(name);
        return Files.exists(file) ? file : ADDED.resolve("messages_en.properties");
    }
}
