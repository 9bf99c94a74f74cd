package exeat.rules;

import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The pack of 1963 with a made-up directory that has every field; for tests only. */
public final class PackWithDirectory {

    private PackWithDirectory() {}

    /** Its files; each language's texts of the directory stand after the pack's own. */
    public static Map<String, byte[]> files() {
        var folder = Packs.root().resolve("rules/src/test/resources/directory");
        try (var added = Files.list(folder)) {
            var files = new TreeMap<>(Pack.files(Packs.folder("prc-1963")));
            for (var file : added.sorted().toList()) {
                files.merge(
                        String.valueOf(file.getFileName()),
                        Files.readAllBytes(file),
                        PackWithDirectory::joined);
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (PackException bad) {
            throw new IllegalStateException(bad);
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
