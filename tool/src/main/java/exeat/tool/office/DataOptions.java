package exeat.tool.office;

import exeat.desk.operator.OperatorKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which office a command talks to; the same words as the server's. */
public final class DataOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The server's file of settings. An option on the command line overrides it.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder with the keys and the embedded PostgreSQL; by default .exeat"
                            + " beside the launcher. A server may be running.")
    private @Nullable Path data;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "An outside PostgreSQL. If no file gives its user and password, they are read"
                            + " from EXEAT_JDBC_USER and EXEAT_JDBC_PASSWORD.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--operator-key",
            paramLabel = "FILE",
            description =
                    "Your own operator's key (see \"operator key\"), if the command changes"
                            + " something and the office has operators.")
    private @Nullable Path operatorKey;

    private final InstantSource clock;
    private @Nullable ToolSettings setup;

    public DataOptions(InstantSource clock) {
        this.clock = clock;
    }

    /** What the office is opened with. */
    InstantSource clock() {
        return clock;
    }

    /** The key of the operator who gives the command. */
    Optional<OperatorKey> operatorKey() {
        return Optional.ofNullable(operatorKey).map(OperatorKey::read);
    }

    /** The settings; checked once for each command. */
    public ToolSettings setup() {
        if (setup == null) {
            setup =
                    ToolSettings.of(
                            Optional.ofNullable(config),
                            Optional.ofNullable(data),
                            Optional.ofNullable(jdbcUrl));
        }
        return setup;
    }
}
