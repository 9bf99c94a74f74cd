package exeat.tool;

import exeat.store.Where;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where PostgreSQL's own programs are, for an outside database. */
final class ProgramsOption {

    @Option(
            names = "--programs",
            paramLabel = "DIR",
            description =
                    "The folder of pg_dump and pg_restore, for an outside PostgreSQL; by default the"
                            + " newest on the path or in /usr/lib/postgresql.")
    private @Nullable Path programs;

    /** The office of these options; user and password of an outside one are in the environment. */
    Where where(DataOptions options) {
        var environment = System.getenv();
        var outside =
                options.jdbcUrl()
                        .map(url ->
                                new Where.Outside(
                                        url,
                                        environment.getOrDefault("EXEAT_JDBC_USER", ""),
                                        environment.getOrDefault("EXEAT_JDBC_PASSWORD", ""),
                                        Optional.ofNullable(programs)));
        return new Where(options.data(), outside);
    }
}
