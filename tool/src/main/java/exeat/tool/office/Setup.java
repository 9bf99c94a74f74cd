package exeat.tool.office;

import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.Io;
import exeat.tool.cli.Trouble;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.ConfigText;
import exeat.config.Known;
import exeat.desk.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is set, for commands that talk to an office: the file, and over it the options. */
public final class Setup {

    private final Config config;

    private Setup(Config config) {
        this.config = config;
    }

    private static Path home() {
        return Path.of(System.getProperty("exeat.root", ""));
    }

    /**
     * Reads and judges the file, and what was typed beside it.
     *
     * @throws Trouble with every line that is wrong
     */
    static Setup of(Optional<Path> file, Optional<Path> data, Optional<String> url) {
        try {
            var all = file.isEmpty() ? Config.plain(home()) : Config.read(file.get(), home());
            all = data.isEmpty() ? all : all.with(Known.DATA, data.get().toString(), "--data");
            all = url.isEmpty() ? all : all.with(Known.DATABASE_URL, url.get(), "--jdbc-url");
            return new Setup(all);
        } catch (ConfigException wrong) {
            throw new Trouble(String.join("\n", wrong.lines()));
        }
    }

    Settings settings() {
        return Settings.of(config, System.getenv());
    }

    public Path data() {
        return config.path(Known.DATA);
    }

    public Optional<String> jdbcUrl() {
        return config.given(Known.DATABASE_URL);
    }

    /** Where the packs of the office lie. */
    public Path directives() {
        return config.path(Known.DIRECTIVES);
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
    public static int check(Io io, Path file) throws IOException {
        try {
            var config = Config.read(file, home());
            var folder = config.path(Known.DIRECTIVES);
            if (!isReadable(folder)) {
                io.err()
                        .println(
                                "%s: %s: the folder %s cannot be read; is it there, and may you read it?"
                                        .formatted(file, Known.DIRECTIVES.key(), folder));
                return ExitStatus.NEGATIVE;
            }
            var said =
                    Known.all().stream()
                            .filter(config::isSaid)
                            .map(setting -> setting.key() + ": " + config.text(setting) + "\n")
                            .collect(Collectors.joining());
            io.print(said + "The file is sound.\n");
            return ExitStatus.DONE;
        } catch (ConfigException wrong) {
            wrong.lines().forEach(io.err()::println);
            return ExitStatus.NEGATIVE;
        }
    }
}
