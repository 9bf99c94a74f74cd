package exeat.tool.office;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the folder of PostgreSQL's own programs, for an outside database. */
public final class ProgramsOption {

    @Option(
            names = "--programs",
            paramLabel = "DIR",
            description =
                    "The folder of pg_dump and pg_restore, for an outside PostgreSQL; by default"
                            + " the newest version on the PATH or in /usr/lib/postgresql.")
    private @Nullable Path programs;

    public Optional<Path> folder() {
        return Optional.ofNullable(programs);
    }
}
