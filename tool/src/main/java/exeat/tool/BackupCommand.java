package exeat.tool;

import exeat.store.Backup;
import exeat.store.OfficeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
final class BackupCommand extends Helpful implements Callable<Integer> {

    private final Io io;

    @Parameters(paramLabel = "DIR", description = "The folder that is made.")
    private Path folder = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Copies the keys as well, into a new folder that is not inside the other.")
    private @Nullable Path keys;

    @Mixin private ProgramsOption programs;

    @Mixin private DataOptions options;

    BackupCommand(Io io) {
        this.io = io;
        programs = new ProgramsOption();
        options = new DataOptions();
    }

    @Override
    public Integer call() throws IOException {
        try {
            Operator.quiet();
            var made = Backup.make(programs.where(options), folder, Optional.ofNullable(keys));
            io.print(
                    "%s: the %s PostgreSQL %d, schema %d; %d entries of the log and %d that wait.%n"
                            .formatted(
                                    folder,
                                    made.kind(),
                                    made.postgres(),
                                    made.schema(),
                                    made.entries(),
                                    made.waiting()));
            io.print(
                    keys == null
                            ? "The keys are not in it: keep %s apart, nobody can read it without.%n"
                                    .formatted(options.data().resolve("keys"))
                            : "The keys are in %s: guard them, and keep them apart.%n"
                                    .formatted(keys));
            return Main.DONE;
        } catch (OfficeException stopped) {
            throw new Trouble(stopped);
        }
    }
}
