package exeat.tool.office;

import exeat.store.OfficeException;
import exeat.store.backup.Backup;
import exeat.store.backup.BackupTarget;
import exeat.store.backup.DataLoss;
import exeat.store.backup.Restore;
import exeat.store.backup.TestRestore;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.Counted;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What backup and restore need of the office; separate, so that other commands start without it.
 */
public final class BackupClient {

    private BackupClient() {}

    /** Makes a backup, and says what is in it. */
    public static int backup(
            CommandIo io,
            DataOptions options,
            Optional<Path> programs,
            Path folder,
            Optional<Path> keys)
            throws IOException {
        try {
            OperatorSession.quiet();
            var made =
                    Backup.make(where(options, programs), folder, keys, options.clock().instant());
            io.print(
                    "%s: %s PostgreSQL %d, schema %d; %s in the log and %d still waiting.%n"
                            .formatted(
                                    folder,
                                    made.kind(),
                                    made.postgres(),
                                    made.schema(),
                                    Counted.of(made.entries(), "entry", "entries"),
                                    made.waiting()));
            io.print(
                    keys.map(to ->
                                    ("The keys are in %s: protect them, and keep them apart from"
                                                    + " the backup.%n")
                                            .formatted(to))
                            .orElseGet(() ->
                                    ("The backup does not contain the keys. Keep %s in another"
                                                    + " place: nobody can read the backup without them.%n")
                                            .formatted(options.setup().data().resolve("keys"))));
            return ExitStatus.DONE;
        } catch (OfficeException stopped) {
            throw new UsageError(stopped);
        }
    }

    /** The archived log to restore too; empty for the backup alone. */
    public static Optional<Restore.ArchivedLog> log(Optional<Path> archive, Optional<Instant> to) {
        return archive.map(folder -> new Restore.ArchivedLog(folder, to));
    }

    /** Restores a backup, and reports what is missing. */
    public static int restore(
            CommandIo io, DataOptions options, Optional<Path> programs, Restore.Source from)
            throws IOException {
        try {
            OperatorSession.quiet();
            var loss = Restore.from(from, where(options, programs));
            io.print(LossText.of(loss));
            return loss.verdict() == DataLoss.Verdict.NOTHING
                    ? ExitStatus.DONE
                    : ExitStatus.NEGATIVE;
        } catch (OfficeException stopped) {
            throw new UsageError(stopped);
        }
    }

    /** Restores a backup beside the office, says what came of it, and leaves nothing. */
    public static int test(CommandIo io, DataOptions options, Path folder) throws IOException {
        try {
            OperatorSession.quiet();
            var settings = options.setup().settings();
            if (settings.jdbcUrl().isPresent()) {
                throw new UsageError(
                        "--test is for the embedded PostgreSQL: restore into an empty database of"
                                + " your own PostgreSQL instead");
            }
            var outcome = TestRestore.run(settings.data(), folder, options.clock().instant());
            io.print("%s: %s.%n".formatted(outcome.passed() ? "passed" : "FAILED", outcome.what()));
            return outcome.passed() ? ExitStatus.DONE : ExitStatus.NEGATIVE;
        } catch (OfficeException stopped) {
            throw new UsageError(stopped);
        }
    }

    /** The office of these options, with what the file of settings says of it. */
    private static BackupTarget where(DataOptions options, Optional<Path> programs) {
        var settings = options.setup().settings();
        var outside =
                settings.jdbcUrl()
                        .map(url ->
                                new BackupTarget.OutsideDatabase(
                                        url,
                                        settings.user().orElse(""),
                                        settings.password().orElse(""),
                                        programs));
        return new BackupTarget(settings.data(), outside);
    }
}
