package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.office.BackupClient;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.ProgramsOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back, and says what is missing. */
@Command(
        name = "restore",
        description = {
            "Brings a backup back where no database is, checks it, and says what is missing against"
                    + " the newest checkpoint that was kept outside the database. It signs nothing;"
                    + " and nothing is signed afterwards below that checkpoint.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 all that was signed is there; 1 something is missing, or nobody can tell;"
                    + " 2 misuse or a fault, and nothing was brought back."
        })
final class RestoreCommand extends OfficeCommand {

    @Parameters(paramLabel = "DIR", description = "The folder that backup made.")
    private Path folder = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The folder of the keys; not needed where they are in the data folder.")
    private @Nullable Path keys;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the log that was kept elsewhere; the newest one counts.")
    private @Nullable Path checkpoint;

    @Mixin private ProgramsOption programs;

    RestoreCommand(CommandIo io) {
        super(io);
        programs = new ProgramsOption();
    }

    @Override
    public Integer call() throws IOException {
        return BackupClient.restore(
                io(),
                options(),
                programs.folder(),
                new BackupClient.RestoreSource(
                        folder, Optional.ofNullable(keys), Optional.ofNullable(checkpoint)));
    }
}
