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
            "Copies the database into a new folder, with the newest checkpoint of the log: the"
                    + " embedded PostgreSQL cold, so stop the server first; an outside one with"
                    + " pg_dump, while it runs. Keys are not in it. Without them nobody can read it,"
                    + " and with them it would have to be guarded like the office: keep them apart.",
            ""
        },
        footer = {"", "Exit status: 0 made, 2 misuse or a fault; then there is no such folder."})
final class BackupCommand extends OfficeCommand {

    @Parameters(paramLabel = "DIR", description = "The folder that is made.")
    private Path folder = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Copies the keys as well, into a new folder that is not inside the other.")
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
