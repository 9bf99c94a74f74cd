package exeat.server;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.Setting;
import exeat.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The server's command line. */
@Command(
        name = "exeat",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Serves Exeat's pages and API.",
            "./exeat config prints a file with all settings. An option on the command line"
                    + " overrides the file.%n"
        })
final class ServerOptions {

    /** What to run. */
    enum Mode {
        run,
        demo
    }

    @Parameters(
            index = "0",
            description = "run: your own office. demo: with accounts and cases to try.")
    private Mode mode = Mode.run;

    @Option(
            names = "--planted",
            description =
                    "demo: a month with an undisclosed cap, an extra demand, a pile of cases and"
                            + " a rubber stamp for the watchers to find")
    private boolean planted;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "the file of settings (default: none; all settings have their default"
                            + " values)")
    private @Nullable Path config;

    @Option(names = "--port", paramLabel = "N", description = "port to serve on (default: 8080)")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to serve on (default: 127.0.0.1, only this machine)")
    private @Nullable String host;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder of the keys and of the embedded PostgreSQL (default: .exeat beside the"
                            + " launcher)")
    private @Nullable String data;

    @Option(
            names = "--directives",
            paramLabel = "DIR",
            description = "folder of the packs (default: directives beside the launcher)")
    private @Nullable String directives;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "an outside PostgreSQL 15 or newer. If no file gives its user and password,"
                            + " they are read from EXEAT_JDBC_USER and EXEAT_JDBC_PASSWORD")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "the address that people use, if it is different; with https, cookies and"
                            + " browsers are bound to it")
    private @Nullable String publicUrl;

    /**
     * The settings of the file, overridden by the options.
     *
     * @param home the folder for defaults
     * @throws ConfigException with the errors, one per line
     */
    Config config(Path home) throws ConfigException {
        var file = config;
        var all = file == null ? Config.plain(home) : Config.read(file, home);
        all = over(all, Settings.PORT, port, "--port");
        all = over(all, Settings.HOST, host, "--host");
        all = over(all, Settings.DATA, data, "--data");
        all = over(all, Settings.DIRECTIVES, directives, "--directives");
        all = over(all, Settings.DATABASE_URL, jdbcUrl, "--jdbc-url");
        return over(all, Settings.PUBLIC_URL, publicUrl, "--public-url");
    }

    private static Config over(Config all, Setting setting, @Nullable String text, String as)
            throws ConfigException {
        return text == null ? all : all.with(setting, text, as);
    }

    /** Checks for settings that are valid one by one but not together. */
    static Optional<String> problem(Config config) {
        var directives = config.path(Settings.DIRECTIVES);
        return Files.isDirectory(directives)
                ? Optional.empty()
                : Optional.of(
                        "there is no folder of packs at "
                                + directives
                                + "; set it with --directives");
    }

    /** All settings as the server's properties. */
    Map<String, String> properties(Config config) {
        var properties = new LinkedHashMap<String, String>();
        for (var setting : Settings.all()) {
            properties.put(Startup.PROPERTY + setting.key(), config.text(setting));
        }
        properties.put("quarkus.http.host", config.text(Settings.HOST));
        properties.put("quarkus.http.port", config.text(Settings.PORT));
        properties.put("quarkus.log.level", config.text(Settings.LOG_LEVEL));
        properties.put("exeat.demo", Boolean.toString(mode == Mode.demo));
        properties.put("exeat.demo.planted", Boolean.toString(planted));
        return properties;
    }
}
