package exeat.tool;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.ConfigText;
import exeat.config.Known;
import exeat.desk.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is set, for commands that talk to an office: the file, and over it the options. */
final class Setup {

    private Setup() {}

    private static Path home() {
        return Path.of(System.getProperty("exeat.root", ""));
    }

    private static Config config(DataOptions options) {
        try {
            var file = options.config();
            var all = file.isEmpty() ? Config.plain(home()) : Config.read(file.get(), home());
            var data = options.typedData().map(Path::toString);
            var url = options.typedJdbcUrl();
            all = data.isEmpty() ? all : all.with(Known.DATA, data.get(), "--data");
            return url.isEmpty() ? all : all.with(Known.DATABASE_URL, url.get(), "--jdbc-url");
        } catch (ConfigException wrong) {
            throw new Trouble(String.join("\n", wrong.lines()));
        }
    }

    static Settings settings(DataOptions options) {
        return Settings.of(config(options), System.getenv());
    }

    static Path data(DataOptions options) {
        return config(options).path(Known.DATA);
    }

    static Optional<String> jdbcUrl(DataOptions options) {
        return config(options).given(Known.DATABASE_URL);
    }

    /** A whole file. */
    static String printed() {
        return ConfigText.file();
    }

    /** Says what is in a file, or everything that is wrong with it. */
    static int check(Io io, Path file) throws IOException {
        try {
            var config = Config.read(file, home());
            var said =
                    Known.all().stream()
                            .filter(config::isSaid)
                            .map(setting -> setting.key() + ": " + config.text(setting) + "\n")
                            .collect(Collectors.joining());
            io.print(said + "The file is sound.\n");
            return Main.DONE;
        } catch (ConfigException wrong) {
            wrong.lines().forEach(io.err()::println);
            return Main.NEGATIVE;
        }
    }
}
