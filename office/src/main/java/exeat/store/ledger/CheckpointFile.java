package exeat.store.ledger;

import exeat.ledger.witness.HeadStore;
import exeat.store.Bytes;
import exeat.store.ClosedFolder;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The newest checkpoint, kept outside the database in {@code ledger/checkpoint} of the data folder:
 * so that a database that was set back is found before anything is signed on it.
 */
public final class CheckpointFile implements HeadStore {

    private static final String PROGRESS = "progress";

    private final Path folder;

    public CheckpointFile(Path data) {
        this.folder = data.resolve("ledger");
    }

    @Override
    public Optional<String> newest() {
        try {
            return Optional.of(Files.readString(folder.resolve("checkpoint")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.KEYS, "the checkpoint in " + folder + " cannot be read", broken);
        }
    }

    /**
     * How far the log had come when a checkpoint was kept.
     *
     * @param entries of the log
     * @param from the first entry whose commands are counted
     * @param commands of the entries from there on
     */
    public record LogProgress(long entries, long from, long commands, Instant at) {}

    /** What was kept beside the newest checkpoint; empty where none was, or not whole. */
    public Optional<LogProgress> progress() {
        try {
            var parts = Files.readString(folder.resolve(PROGRESS)).strip().split(" ", -1);
            return parts.length == 4
                    ? Optional.of(
                            new LogProgress(
                                    Long.parseLong(parts[0]),
                                    Long.parseLong(parts[1]),
                                    Long.parseLong(parts[2]),
                                    Instant.parse(parts[3])))
                    : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.KEYS, "the progress in " + folder + " cannot be read", broken);
        }
    }

    /** Tells the operator who restores how many commands are missing, and since when. */
    void keep(LogProgress progress) {
        keep(
                PROGRESS,
                "%d %d %d %s\n"
                        .formatted(
                                progress.entries(),
                                progress.from(),
                                progress.commands(),
                                progress.at()));
    }

    /** It is on the disk when this returns; after a crash the old one or the new one is there. */
    @Override
    public void keep(String note) {
        keep("checkpoint", note);
    }

    private void keep(String name, String text) {
        var fresh = folder.resolve(name + ".new");
        try {
            ClosedFolder.make(folder);
            try (var file =
                    FileChannel.open(
                            fresh,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.TRUNCATE_EXISTING))) {
                file.write(ByteBuffer.wrap(Bytes.utf8(text).array()));
                file.force(true);
            }
            Files.move(
                    fresh,
                    folder.resolve(name),
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
