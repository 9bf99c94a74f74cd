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
 * Restores a backup of the embedded database beside the office, to find out whether that works, and
 * deletes what it restored. The office may be running: nothing of it is touched. What came of the
 * last one is in the file {@code last-test-restore} of the data folder.
 *
 * <p>After a crash, or a stop in the middle: the folder in which it was restored, with a copy of
 * the keys, stays until the office starts.
 */
public final class TestRestore {

    private static final String FILE = "last-test-restore";
    private static final String FOLDER = "test-restore";
    private static final String PASSED = "passed";

    private TestRestore() {}

    /**
     * What came of it.
     *
     * @param at when
     * @param passed whether the backup can be relied on
     * @param what was checked, or what is wrong, in a sentence
     */
    public record RestoreOutcome(Instant at, boolean passed, String what) {}

    /**
     * Checks every file of the backup against its hash, the office's mark and keys, starts
     * PostgreSQL on what it restored, and holds its log to the signed checkpoint of the backup.
     */
    public static RestoreOutcome run(Path data, Path backup, Instant now) {
        var outcome = tried(data, backup, now);
        try {
            Files.writeString(
                    data.resolve(FILE),
                    outcome.at()
                            + "\n"
                            + (outcome.passed() ? PASSED : "failed")
                            + "\n"
                            + outcome.what()
                            + "\n");
        } catch (IOException full) {
            System.getLogger(TestRestore.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "what came of the test restore cannot be recorded");
        }
        return outcome;
    }

    private static RestoreOutcome tried(Path data, Path backup, Instant now) {
        var folder = data.toAbsolutePath().resolve(FOLDER);
        try {
            BackupFiles.delete(folder);
            var source =
                    new Restore.Source(
                            backup,
                            Optional.of(data.resolve("keys")),
                            Optional.empty(),
                            false,
                            Optional.empty());
            var loss = Restore.from(source, new BackupTarget(folder, Optional.empty()));
            return judged(backup, now, loss);
        } catch (IOException | RuntimeException failed) {
            var why = String.valueOf(failed.getMessage()).replaceAll("\\R", " ");
            return new RestoreOutcome(now, false, why);
        } finally {
            clear(data);
        }
    }

    /** Deletes what a test has left that was stopped; it holds a copy of the keys. */
    public static void clear(Path data) {
        var folder = data.toAbsolutePath().resolve(FOLDER);
        try {
            BackupFiles.delete(folder);
        } catch (IOException | UncheckedIOException broken) {
            System.getLogger(TestRestore.class.getName())
                    .log(System.Logger.Level.WARNING, folder + " cannot be deleted");
        }
    }

    private static RestoreOutcome judged(Path backup, Instant now, DataLoss loss) {
        var made = BackupManifest.in(backup).made();
        return switch (loss.verdict()) {
            case NOTHING ->
                    new RestoreOutcome(
                            now,
                            true,
                            ("the backup of %s starts, its keys fit, and its log of %,d entries is"
                                            + " the one that was signed")
                                    .formatted(made, loss.entries()));
            case UNKNOWN ->
                    new RestoreOutcome(
                            now,
                            true,
                            ("the backup of %s starts and its keys fit; it has no signed checkpoint"
                                            + " yet to which its log could be held")
                                    .formatted(made));
            case SET_BACK ->
                    new RestoreOutcome(
                            now,
                            false,
                            "the backup of %s has %,d entries of %,d that were signed"
                                    .formatted(made, loss.entries(), loss.signed()));
            case ANOTHER_HISTORY ->
                    new RestoreOutcome(
                            now,
                            false,
                            "the log in the backup of %s is not the one that was signed"
                                    .formatted(made));
        };
    }

    /** What came of the last one; empty where there was none, or it cannot be read. */
    public static Optional<RestoreOutcome> last(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() < 3 ? Optional.empty() : Optional.of(read(lines));
        } catch (NoSuchFileException | DateTimeException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RestoreOutcome read(List<String> lines) {
        return new RestoreOutcome(
                Instant.parse(lines.getFirst()), lines.get(1).equals(PASSED), lines.get(2));
    }
}
