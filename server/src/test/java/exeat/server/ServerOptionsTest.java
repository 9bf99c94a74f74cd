package exeat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.config.ConfigException;
import exeat.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServerOptionsTest {

    private static final Path HOME = Path.of(System.getProperty("exeat.root", ".."));

    private static ServerOptions parsed(String... args) {
        var options = new ServerOptions();
        new CommandLine(options).parseArgs(args);
        return options;
    }

    @Test
    void help_needs_no_mode() {
        var line = new CommandLine(new ServerOptions());
        line.parseArgs("--help");
        assertThat(line.isUsageHelpRequested()).isTrue();
        assertThat(line.getUsageMessage()).contains("--port", "--data", "--jdbc-url");
    }

    @Test
    void options_become_the_servers_properties_and_this_machine_alone_is_served()
            throws ConfigException {
        var options = parsed("demo", "--port", "9001", "--data", "d");
        var properties = options.properties(options.config(HOME));
        assertThat(properties)
                .containsEntry("quarkus.http.port", "9001")
                .containsEntry("quarkus.http.host", "127.0.0.1")
                .containsEntry("exeat.data", Path.of("d").toAbsolutePath().toString())
                .containsEntry("exeat.demo", "true");
    }

    @Test
    void an_option_overrides_the_file_and_the_file_overrides_the_defaults(@TempDir Path folder)
            throws IOException, ConfigException {
        var file =
                Files.writeString(folder.resolve("exeat.yaml"), "server:\n  port: 9\n  host: h\n");
        var config = parsed("run", "--config", file.toString(), "--port", "7").config(HOME);
        assertThat(config.text(Settings.PORT)).isEqualTo("7");
        assertThat(config.text(Settings.HOST)).isEqualTo("h");
        assertThat(config.time(Settings.OFFICER_SESSION)).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void errors_are_reported_in_one_line() throws ConfigException {
        assertThatThrownBy(() -> parsed("run", "--port", "0").config(HOME))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--port must be a whole number from 1 to 65535");
        assertThatThrownBy(() -> parsed("run", "--jdbc-url", "jdbc:h2:x").config(HOME))
                .hasMessageContaining("jdbc:postgresql:");
        assertThat(ServerOptions.problem(parsed("run", "--directives", "nowhere").config(HOME)))
                .hasValueSatisfying(p -> assertThat(p).contains("nowhere"));
        assertThat(ServerOptions.problem(parsed("run").config(HOME))).isEmpty();
        assertThatThrownBy(() -> parsed("fly")).isInstanceOf(CommandLine.ParameterException.class);
    }
}
