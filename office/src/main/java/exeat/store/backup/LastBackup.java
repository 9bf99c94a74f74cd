package exeat.store.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** When the last backup of a data folder was made: a line in its file {@code last-backup}. */
public final class LastBackup {

    private static final String FILE = "last-backup";

    private LastBackup() {}

    /** Empty where none was made, or the line cannot be read. */
    public static Optional<Instant> of(Path data) {
        try {
            return Optional.of(Instant.parse(Files.readString(data.resolve(FILE)).strip()));
        } catch (NoSuchFileException | DateTimeException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One was made, which is worth more than that this says so. */
    static void keep(Path data, Instant now) {
        try {
            Files.writeString(data.resolve(FILE), now + "\n");
        } catch (IOException full) {
            System.getLogger(LastBackup.class.getName())
                    .log(System.Logger.Level.WARNING, "the time of this backup cannot be recorded");
        }
    }
}
