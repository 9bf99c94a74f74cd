package exeat.store;

import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of lines in the data folder, outside the database: one that only grows, or is a person's.
 */
public final class AppendOnlyFile {

    private final Path file;

    public AppendOnlyFile(Path file) {
        this.file = file;
    }

    /** All non-empty lines; none if there is no file. */
    public List<String> read() {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw new OfficeException(Code.BAD_INPUT, "cannot read " + file, broken);
        }
    }

    /** They are on the disk when this returns; a crash leaves some of them, or part of one. */
    public void add(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            ClosedFolder.make(java.util.Objects.requireNonNull(file.getParent()));
            try (var out =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.APPEND)) {
                // Begins with an end of line: what a crash cut short is then a line of its own.
                var text = "\n" + String.join("\n", lines) + "\n";
                out.write(ByteBuffer.wrap(Bytes.utf8(text).array()));
                out.force(true);
            }
        } catch (IOException broken) {
            throw new OfficeException(Code.FAULT, "cannot write " + file, broken);
        }
    }
}
