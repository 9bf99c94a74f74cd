package exeat.tool;

import exeat.store.backup.Restore;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.InstantConverter;
import exeat.tool.cli.UsageError;
import exeat.tool.office.BackupClient;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.ProgramsOption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup, and reports what is missing. */
@Command(
        name = "restore",
        description = {
            "Restores a backup where there is no database, checks it, and reports what is missing"
                    + " compared with the latest checkpoint that was kept outside the database."
                    + " It signs nothing, and nothing earlier than that checkpoint is signed"
                    + " afterwards.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 everything signed is there; 1 something is missing, or this cannot be"
                    + " checked; 2 misuse or a fault, and nothing was restored."
        })
final class RestoreCommand extends OfficeCommand {

    @Parameters(paramLabel = "DIR", description = "A folder made by exeat backup.")
    private Path folder = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The folder of the keys; not needed if they are in the data folder.")
    private @Nullable Path keys;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint of the log that was kept elsewhere; the latest one" + " counts.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--unmarked",
            description =
                    "Takes a backup without a mark of the office's keys, as earlier versions made"
                            + " them. Anyone who could write to it may have put programs into it.")
    private boolean unmarked;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "The archive of the write-ahead log (the setting backup.archive): what was"
                            + " written after the backup is restored too, up to the last piece.")
    private @Nullable Path archive;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description =
                    "With --archive: the last moment to restore, such as 2026-11-25T14:05:00Z.")
    private @Nullable Instant to;

    @Option(
            names = "--test",
            description =
                    "Restores the backup beside the office, checks it, and deletes what it restored."
                            + " A server may be running. The setting backup.test-every does this by"
                            + " itself.")
    private boolean test;

    @Mixin private ProgramsOption programs;

    RestoreCommand(CommandIo io) {
        super(io);
        programs = new ProgramsOption();
    }

    @Override
    public Integer call() throws IOException {
        if (to != null && archive == null) {
            throw new UsageError("--to needs --archive: the log that was written after the backup");
        }
        if (test) {
            return BackupClient.test(io(), options(), folder);
        }
        return BackupClient.restore(
                io(),
                options(),
                programs.folder(),
                new Restore.Source(
                        folder,
                        Optional.ofNullable(keys),
                        Optional.ofNullable(checkpoint),
                        unmarked,
                        BackupClient.log(Optional.ofNullable(archive), Optional.ofNullable(to))));
    }
}
