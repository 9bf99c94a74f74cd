package exeat.rules;

import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The pack of 1963 with a made-up directory that has every field; for tests only. */
public final class PackWithDirectory {

    private PackWithDirectory() {}

    private static final String DIRECTORY = "directory.yaml";
    private static final String ENGLISH = "messages_en.properties";

    /** Its files; each language's texts of the directory stand after the pack's own. */
    public static Map<String, byte[]> files() {
        try {
            return files(Pack.files(Packs.folder("prc-1963")));
        } catch (PackException bad) {
            throw new IllegalStateException(bad);
        }
    }

    /**
     * A pack's files with this directory. A language that the directory has no texts in yet has the
     * English ones: a new language of the pack needs no file here.
     */
    public static Map<String, byte[]> files(Map<String, byte[]> pack) {
        var files = new TreeMap<>(pack);
        files.put(DIRECTORY, read(DIRECTORY));
        files.replaceAll((name, bytes) ->
                name.startsWith("messages_")
                        ? joined(bytes, read(Files.exists(file(name)) ? name : ENGLISH))
                        : bytes);
        return files;
    }

    private static Path file(String name) {
        return Packs.root().resolve("rules/src/test/resources/directory").resolve(name);
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new byte[first.length + 1 + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        all[first.length] = '\n';
        System.arraycopy(second, 0, all, first.length + 1, second.length);
        return all;
    }
}
