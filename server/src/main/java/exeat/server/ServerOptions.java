package exeat.server;

import exeat.config.BackupSettings;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.LedgerSettings;
import exeat.config.Setting;
import exeat.config.Settings;
import exeat.demo.Training;
import exeat.store.ClosedFolder;
import exeat.store.OfficeException;
import exeat.store.database.TrainingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        demo,
        training
    }

    /** What leads out of a training installation, or into somebody else's data. */
    private static final List<Setting> NOT_IN_TRAINING =
            List.of(
                    Settings.DATABASE_URL,
                    BackupSettings.ARCHIVE,
                    LedgerSettings.SIGNER,
                    Settings.TRACES_ENDPOINT);

    /** The default folder of a training installation. */
    private static final String TRAINING_DATA = ".exeat-training";

    private static final int TRAINEES = 3;
    private static final int APPLICATIONS = 120;
    private static final int MAX_TRAINEES = 40;
    private static final int MIN_APPLICATIONS = 30;
    private static final int MAX_APPLICATIONS = 5_000;

    @Parameters(
            index = "0",
            description =
                    "run: your own office. demo: with accounts and cases to try. training: made-up"
                            + " cases for trainees, apart from any office.")
    private Mode mode = Mode.run;

    @Option(
            names = "--planted",
            description =
                    "demo: a month with an undisclosed cap, an extra demand, a pile of cases and"
                            + " a rubber stamp for the watchers to find")
    private boolean planted;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "training: the unit in which people train, such as jl-yanji-fa. May be given"
                            + " several times")
    private List<String> units = List.of();

    @Option(
            names = "--trainees",
            paramLabel = "N",
            description = "training: accounts in each of these units (default: 3)")
    private @Nullable Integer trainees;

    @Option(
            names = "--applications",
            paramLabel = "N",
            description = "training: applications to make up (default: 120)")
    private @Nullable Integer applications;

    @Option(
            names = "--again",
            description = "training: start again: delete the training's data and make new cases")
    private boolean again;

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
                            + " launcher; for training .exeat-training)")
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
        if (isTraining() && !all.isSaid(Settings.DATA)) {
            all = all.with(Settings.DATA, home.resolve(TRAINING_DATA).toString(), "--data");
        }
        return over(all, Settings.PUBLIC_URL, publicUrl, "--public-url");
    }

    private boolean isTraining() {
        return mode == Mode.training;
    }

    private static Config over(Config all, Setting setting, @Nullable String text, String as)
            throws ConfigException {
        return text == null ? all : all.with(setting, text, as);
    }

    /** Checks for settings that are valid one by one but not together. */
    Optional<String> problem(Config all) {
        var directives = all.path(Settings.DIRECTIVES);
        if (planted && mode != Mode.demo) {
            return Optional.of("--planted is for ./exeat demo alone");
        }
        return Files.isDirectory(directives)
                ? isTraining() ? trainingProblem(all) : officeProblem()
                : Optional.of(
                        "there is no folder of packs at "
                                + directives
                                + "; set it with --directives");
    }

    private Optional<String> officeProblem() {
        return again || !units.isEmpty() || trainees != null || applications != null
                ? Optional.of(
                        "--unit, --trainees, --applications and --again are for ./exeat training"
                                + " alone")
                : Optional.empty();
    }

    private int trainees() {
        var given = trainees;
        return given == null ? TRAINEES : given;
    }

    private int applications() {
        var given = applications;
        return given == null ? APPLICATIONS : given;
    }

    private Optional<String> trainingProblem(Config all) {
        var leading = NOT_IN_TRAINING.stream().filter(one -> all.given(one).isPresent()).toList();
        if (!leading.isEmpty()) {
            return Optional.of(
                    leading.getFirst().key()
                            + " is set, but training has a database of its own and sends nothing"
                            + " anywhere: leave it empty");
        }
        if (trainees() < 1 || trainees() > MAX_TRAINEES) {
            return Optional.of("--trainees must be from 1 to " + MAX_TRAINEES);
        }
        if (applications() < MIN_APPLICATIONS || applications() > MAX_APPLICATIONS) {
            return Optional.of(
                    "--applications must be from " + MIN_APPLICATIONS + " to " + MAX_APPLICATIONS);
        }
        return again ? againProblem(all) : Optional.empty();
    }

    /**
     * Why {@code --again} is refused: it must delete nothing before a start that would then fail.
     */
    private Optional<String> againProblem(Config all) {
        var data = all.path(Settings.DATA);
        var packs = all.path(Settings.DIRECTIVES);
        var file = Optional.ofNullable(config);
        return Stream.concat(file.stream(), Stream.of(packs))
                .filter(kept -> real(kept).startsWith(real(data)))
                .findFirst()
                .map(kept -> "--again would delete " + kept + ": keep it outside " + data)
                .or(() -> Training.unitProblem(packs, units));
    }

    /** The file with links followed; as it is written if nothing is there. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException none) {
            return file.toAbsolutePath().normalize();
        }
    }

    /**
     * Prepares the data folder: no office opens a training installation's, nor the other way round.
     *
     * @throws OfficeException if it is not this one's
     */
    void claim(Config all) {
        var data = all.path(Settings.DATA);
        if (!isTraining()) {
            TrainingFolder.refuse(data);
            close(data);
            return;
        }
        if (again && Files.exists(data)) {
            TrainingFolder.empty(data);
        }
        TrainingFolder.claim(data);
    }

    /** A new one is closed to everybody else before the framework writes into it. */
    private static void close(Path data) {
        try {
            if (!Files.exists(data)) {
                ClosedFolder.make(data);
            }
        } catch (IOException broken) {
            throw new OfficeException(
                    OfficeException.Code.BAD_INPUT,
                    "the data folder " + data + " cannot be made",
                    broken);
        }
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
        properties.put("exeat.training", Boolean.toString(isTraining()));
        properties.put("exeat.training.units", String.join(",", units));
        properties.put("exeat.training.trainees", Integer.toString(trainees()));
        properties.put("exeat.training.applications", Integer.toString(applications()));
        return properties;
    }
}
