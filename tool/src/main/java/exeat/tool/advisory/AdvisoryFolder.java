package exeat.tool.advisory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/**
 * A folder of advisories: files of one each, and archives of such files, as OSV offers them for
 * each ecosystem ({@code all.zip}). One after another is read, so that none is too many.
 */
final class AdvisoryFolder {

    /** The greatest size of one advisory. */
    private static final int MAX_BYTES = 1 << 24;

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    AdvisoryFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all of them, in no order that matters.
     *
     * @throws UsageError if the folder or something in it cannot be read: what was left out could
     *     be what matters
     */
    void read(Consumer<Advisory> each) {
        List<Path> files;
        try (var below = Files.walk(folder)) {
            files = below.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UsageError(folder + ": cannot be read", unreadable);
        }
        for (var file : files) {
            try {
                var name = file.getFileName().toString();
                if (name.endsWith(".zip")) {
                    readArchive(file, each);
                } else if (name.endsWith(".json")) {
                    try (var in = Files.newInputStream(file)) {
                        each.accept(advisory(in, file.toString()));
                    }
                }
            } catch (IOException unreadable) {
                throw new UsageError(file + ": cannot be read", unreadable);
            }
        }
    }

    private void readArchive(Path file, Consumer<Advisory> each) throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            var entries = archive.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.getName().endsWith(".json")) {
                    try (var in = archive.getInputStream(entry)) {
                        var place = file + ", " + Text.plain(entry.getName());
                        each.accept(advisory(in, place));
                    }
                }
            }
        }
    }

    private Advisory advisory(InputStream in, String place) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UsageError(place + ": larger than an advisory");
        }
        try {
            return Advisory.of(json.readTree(bytes))
                    .orElseThrow(() -> new UsageError(place + ": not an advisory of OSV"));
        } catch (JsonProcessingException broken) {
            throw new UsageError(place + ": not JSON", broken);
        }
    }
}
