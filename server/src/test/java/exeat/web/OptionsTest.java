package exeat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OptionsTest {

    private static Options parsed(String... args) {
        var options = new Options();
        new CommandLine(options).parseArgs(args);
        return options;
    }

    @Test
    void help_needs_no_mode() {
        var line = new CommandLine(new Options());
        line.parseArgs("--help");
        assertThat(line.isUsageHelpRequested()).isTrue();
        assertThat(line.getUsageMessage()).contains("--port", "--data", "--jdbc-url");
    }

    @Test
    void options_become_the_servers_properties_and_this_machine_alone_is_served() {
        var properties = parsed("demo", "--port", "9001", "--data", "d").properties();
        assertThat(properties)
                .containsEntry("quarkus.http.port", "9001")
                .containsEntry("quarkus.http.host", "127.0.0.1")
                .containsEntry("exeat.data", "d")
                .containsEntry("exeat.demo", "true");
    }

    @Test
    void what_is_wrong_is_said_in_one_line() {
        assertThat(parsed("run", "--port", "0").problem())
                .hasValueSatisfying(p -> assertThat(p).contains("--port"));
        assertThat(parsed("run", "--jdbc-url", "jdbc:h2:x").problem())
                .hasValueSatisfying(p -> assertThat(p).contains("jdbc:postgresql:"));
        assertThat(parsed("run", "--directives", "nowhere").problem())
                .hasValueSatisfying(p -> assertThat(p).contains("nowhere"));
        assertThatThrownBy(() -> parsed("fly")).isInstanceOf(CommandLine.ParameterException.class);
    }
}
