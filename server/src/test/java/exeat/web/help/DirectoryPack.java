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
        try (var added = Files.list(ADDED)) {
            for (var file : added.sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                var whole = new ByteArrayOutputStream();
                whole.writeBytes(files.getOrDefault(name, new byte[0]));
                whole.write('\n');
                var text = Files.readString(file).replace(instead, unit);
                whole.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                files.put(name, whole.toByteArray());
            }
        }
        return Pack.read("prc-1963", files);
    }
}
