package exeat.tool.office;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.ConfigText;
import exeat.config.Settings;
import exeat.desk.OfficeSettings;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is set, for commands that talk to an office: the file, and over it the options. */
public final class ToolSettings {

    private final Config config;

    private ToolSettings(Config config) {
        this.config = config;
    }

    private static Path home() {
        return Path.of(System.getProperty("exeat.root", ""));
    }

    /**
     * Reads and judges the file, and what was typed beside it.
     *
     * @throws UsageError with every line that is wrong
     */
    static ToolSettings of(Optional<Path> file, Optional<Path> data, Optional<String> url) {
        try {
            var all = file.isEmpty() ? Config.plain(home()) : Config.read(file.get(), home());
            all = data.isEmpty() ? all : all.with(Settings.DATA, data.get().toString(), "--data");
            all = url.isEmpty() ? all : all.with(Settings.DATABASE_URL, url.get(), "--jdbc-url");
            return new ToolSettings(all);
        } catch (ConfigException wrong) {
            throw new UsageError(String.join("\n", wrong.lines()));
        }
    }

    OfficeSettings settings() {
        return OfficeSettings.of(config, System.getenv());
    }

    public Path data() {
        return config.path(Settings.DATA);
    }

    /** Whether an office was ever opened here; an outside database is taken as said. */
    public boolean hasOffice() {
        return jdbcUrl().isPresent()
                || Files.exists(data().resolve("postgres").resolve("PG_VERSION"));
    }

    /** Where the office is, for messages: its folder, or the address of an outside database. */
    String place() {
        return jdbcUrl().orElseGet(() -> data().toAbsolutePath().normalize().toString());
    }

    public Optional<String> jdbcUrl() {
        return config.given(Settings.DATABASE_URL);
    }

    /** The folder of the office's packs. */
    public Path directives() {
        return config.path(Settings.DIRECTIVES);
    }

    private static boolean isReadable(Path folder) {
        try (var children = Files.list(folder)) {
            return children.findAny().isPresent() || Files.isDirectory(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** A whole file. */
    public static String printed() {
        return ConfigText.file();
    }

    /** Says what is in a file, or everything that is wrong with it. */
    public static int check(CommandIo io, Path file) throws IOException {
        try {
            var config = Config.read(file, home());
            var folder = config.path(Settings.DIRECTIVES);
            if (!isReadable(folder)) {
                io.err()
                        .println(
                                ("%s: %s: the folder %s cannot be read. Check that it exists and"
                                                + " that you may read it.")
                                        .formatted(file, Settings.DIRECTIVES.key(), folder));
                return ExitStatus.NEGATIVE;
            }
            var said =
                    Settings.all().stream()
                            .filter(config::isSaid)
                            .map(setting -> setting.key() + ": " + config.text(setting) + "\n")
                            .collect(Collectors.joining());
            io.print(said + "The file has no errors.\n");
            return ExitStatus.DONE;
        } catch (ConfigException wrong) {
            wrong.lines().forEach(io.err()::println);
            return ExitStatus.NEGATIVE;
        }
    }
}
