package exeat.store.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the last backup of a data folder was made, and where it was put: two lines in its file
 * {@code last-backup}.
 */
public final class LastBackup {

    private static final String FILE = "last-backup";

    private LastBackup() {}

    /** Empty where none was made, or the line cannot be read. */
    public static Optional<Instant> of(Path data) {
        try {
            return lines(data).stream().findFirst().map(line -> Instant.parse(line.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Where it was put; empty where that is not known. Somebody may have moved it since. */
    public static Optional<Path> folder(Path data) {
        return lines(data).stream().skip(1).findFirst().map(Path::of);
    }

    private static List<String> lines(Path data) {
        try {
            return Files.readAllLines(data.resolve(FILE));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One was made, which is worth more than that this says so. */
    static void keep(Path data, Path backup, Instant now) {
        try {
            Files.writeString(data.resolve(FILE), now + "\n" + backup.toAbsolutePath() + "\n");
        } catch (IOException full) {
            System.getLogger(LastBackup.class.getName())
                    .log(System.Logger.Level.WARNING, "the time of this backup cannot be recorded");
        }
    }
}
