package exeat.tool;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which office a command talks to; the same words as the server's. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder of keys and of the embedded PostgreSQL; by default .exeat beside"
                            + " the launcher. A server may be running on it.")
    private @Nullable Path data;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "An outside PostgreSQL; its user and password are read from EXEAT_JDBC_USER and"
                            + " EXEAT_JDBC_PASSWORD.")
    private @Nullable String jdbcUrl;

    Path data() {
        return Optional.ofNullable(data)
                .orElse(Path.of(System.getProperty("exeat.root", ".")).resolve(".exeat"));
    }

    Optional<String> jdbcUrl() {
        return Optional.ofNullable(jdbcUrl);
    }
}
