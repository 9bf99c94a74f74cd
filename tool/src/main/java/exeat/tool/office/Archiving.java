package exeat.tool.office;

import exeat.tool.cli.Counted;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.Io;
import exeat.tool.cli.Trouble;

import exeat.store.backup.Backup;
import exeat.store.backup.Loss;
import exeat.store.OfficeException;
import exeat.store.backup.Restore;
import exeat.store.backup.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What backup and restore ask of the office; apart, so that other commands start without it. */
public final class Archiving {

    private Archiving() {}

    /** What is brought back: the backup, and what was kept apart from it. */
    public record From(Path folder, Optional<Path> keys, Optional<Path> checkpoint) {}

    /** Makes a backup, and says what is in it. */
    public static int backup(
            Io io, DataOptions options, Optional<Path> programs, Path folder, Optional<Path> keys)
            throws IOException {
        try {
            Operator.quiet();
            var made =
                    Backup.make(where(options, programs), folder, keys, options.clock().instant());
            io.print(
                    "%s: the %s PostgreSQL %d, schema %d; %s of the log and %d that wait.%n"
                            .formatted(
                                    folder,
                                    made.kind(),
                                    made.postgres(),
                                    made.schema(),
                                    Counted.of(made.entries(), "entry", "entries"),
                                    made.waiting()));
            io.print(
                    keys.map(to ->
                                    "The keys are in %s: guard them, and keep them apart.%n"
                                            .formatted(to))
                            .orElseGet(() ->
                                    ("The keys are not in it: keep %s apart, nobody can read it"
                                                    + " without.%n")
                                            .formatted(options.setup().data().resolve("keys"))));
            return ExitStatus.DONE;
        } catch (OfficeException stopped) {
            throw new Trouble(stopped);
        }
    }

    /** Brings a backup back, and says what is missing. */
    public static int restore(Io io, DataOptions options, Optional<Path> programs, From from)
            throws IOException {
        try {
            Operator.quiet();
            var loss =
                    Restore.from(
                            from.folder(),
                            where(options, programs),
                            from.keys(),
                            from.checkpoint());
            io.print(LossText.of(loss));
            return loss.verdict() == Loss.Verdict.NOTHING ? ExitStatus.DONE : ExitStatus.NEGATIVE;
        } catch (OfficeException stopped) {
            throw new Trouble(stopped);
        }
    }

    /** The office of these options, with what the file of settings says of it. */
    private static Where where(DataOptions options, Optional<Path> programs) {
        var settings = options.setup().settings();
        var outside =
                settings.jdbcUrl()
                        .map(url ->
                                new Where.Outside(
                                        url,
                                        settings.user().orElse(""),
                                        settings.password().orElse(""),
                                        programs));
        return new Where(settings.data(), outside);
    }
}
