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

/** Copies an office's database into a new folder. */
@Command(
        name = "backup",
        description = {
            "Copies the database and the latest checkpoint of the log into a new folder. The server"
                    + " may be running: the embedded PostgreSQL is copied with the log that makes"
                    + " the copy whole, an outside one with pg_dump. The backup does not contain the keys, and"
                    + " nobody can read it without them. Keep the keys in another safe place.",
            ""
        },
        footer = {"", "Exit status: 0 made, 2 misuse or a fault; in that case no folder is made."})
final class BackupCommand extends OfficeCommand {

    @Parameters(paramLabel = "DIR", description = "The folder to create.")
    private Path folder = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Also copies the keys, into a new folder outside the backup.")
    private @Nullable Path keys;

    @Mixin private ProgramsOption programs;

    BackupCommand(CommandIo io) {
        super(io);
        programs = new ProgramsOption();
    }

    @Override
    public Integer call() throws IOException {
        return BackupClient.backup(
                io(), options(), programs.folder(), folder, Optional.ofNullable(keys));
    }
}
