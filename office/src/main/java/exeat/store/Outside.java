package exeat.store;

import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * The newest checkpoint, kept outside the database in {@code ledger/checkpoint} of the data folder:
 * so that a database that was set back is found before anything is signed on it.
 */
final class Outside {

    private final Path folder;

    Outside(Path data) {
        this.folder = data.resolve("ledger");
    }

    Optional<String> newest() {
        try {
            return Optional.of(Files.readString(folder.resolve("checkpoint")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.KEYS, "the checkpoint in " + folder + " cannot be read", broken);
        }
    }

    /** It is on the disk when this returns; after a crash the old one or the new one is there. */
    void keep(String note) {
        var fresh = folder.resolve("checkpoint.new");
        try {
            Files.createDirectories(folder);
            try (var file =
                    FileChannel.open(
                            fresh,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.TRUNCATE_EXISTING))) {
                file.write(ByteBuffer.wrap(Bytes.utf8(note).array()));
                file.force(true);
            }
            Files.move(
                    fresh,
                    folder.resolve("checkpoint"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            try (var listed = FileChannel.open(folder, StandardOpenOption.READ)) {
                listed.force(true);
            }
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.KEYS, "the checkpoint cannot be kept in " + folder, broken);
        }
    }
}
