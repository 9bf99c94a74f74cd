package exeat.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the server's command line says. */
@Command(
        name = "exeat",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Serves Exeat's pages and interface.%n")
final class Options {

    /** What to serve. */
    enum Mode {
        run,
        demo
    }

    @Parameters(
            index = "0",
            description = "run: an office of your own. demo: with accounts and cases to try.")
    private Mode mode = Mode.run;

    @Option(
            names = "--planted",
            description =
                    "demo: a month with an undisclosed cap, an extra demand, a pile and a rubber"
                            + " stamp in it, for the watchers to find")
    private boolean planted;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port to serve on (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to serve on (default: ${DEFAULT-VALUE}: this machine alone)")
    private String host = "127.0.0.1";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".exeat",
            description =
                    "folder of the keys and of the embedded PostgreSQL (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".exeat");

    @Option(
            names = "--directives",
            paramLabel = "DIR",
            defaultValue = "directives",
            description = "folder of the packs (default: ${DEFAULT-VALUE})")
    private Path directives = Path.of("directives");

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "an outside PostgreSQL 15 or newer; its user and password are read from"
                            + " EXEAT_JDBC_USER and EXEAT_JDBC_PASSWORD")
    private @Nullable String jdbcUrl;

    int port() {
        return port;
    }

    String host() {
        return host;
    }

    /** What is wrong with the options, in one line. */
    Optional<String> problem() {
        var url = jdbcUrl;
        if (port < 1 || port > 65_535) {
            return Optional.of("--port must be from 1 to 65535, and is " + port);
        }
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            return Optional.of("--jdbc-url must begin with jdbc:postgresql:");
        }
        if (!Files.isDirectory(directives)) {
            return Optional.of(
                    "no folder of packs at " + directives + "; name it with --directives");
        }
        return Optional.empty();
    }

    /** The options as the server's properties. */
    Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("quarkus.http.host", host);
        properties.put("quarkus.http.port", Integer.toString(port));
        properties.put("exeat.data", data.toString());
        properties.put("exeat.directives", directives.toString());
        properties.put("exeat.demo", Boolean.toString(mode == Mode.demo));
        properties.put("exeat.demo.planted", Boolean.toString(planted));
        var url = jdbcUrl;
        if (url != null) {
            properties.put("exeat.jdbc-url", url);
        }
        return properties;
    }
}
