package exeat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.config.ConfigException;
import exeat.config.Settings;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        assertThat(problem("run", "--directives", "nowhere"))
                .hasValueSatisfying(p -> assertThat(p).contains("nowhere"));
        assertThat(problem("run")).isEmpty();
        assertThatThrownBy(() -> parsed("fly")).isInstanceOf(CommandLine.ParameterException.class);
    }

    private static Optional<String> problem(String... args) throws ConfigException {
        var options = parsed(args);
        return options.problem(options.config(HOME));
    }

    @Test
    void training_has_a_folder_of_its_own_and_what_a_trainer_asks_for() throws ConfigException {
        var options = parsed("training", "--unit", "jl-yanji-fa", "--unit", "jl-1");
        var config = options.config(HOME);
        assertThat(config.path(Settings.DATA).toString()).endsWith("/.exeat-training");
        assertThat(options.properties(config))
                .containsEntry("exeat.training", "true")
                .containsEntry("exeat.demo", "false")
                .containsEntry("exeat.training.units", "jl-yanji-fa,jl-1")
                .containsEntry("exeat.training.trainees", "3");
        assertThat(options.problem(config)).isEmpty();
        var named = parsed("training", "--data", "d").config(HOME);
        assertThat(named.path(Settings.DATA)).isEqualTo(Path.of("d").toAbsolutePath());
    }

    @Test
    void training_refuses_whatever_leads_out_of_it(@TempDir Path folder) throws Exception {
        assertThat(problem("training", "--jdbc-url", "jdbc:postgresql://h/real"))
                .get()
                .asString()
                .contains("database.url", "sends nothing");
        for (var line :
                List.of(
                        "backup:\n  archive: a\n",
                        "ledger:\n  signer: s\n",
                        "traces:\n  endpoint: http://127.0.0.1:4318/v1/traces\n")) {
            var file = Files.writeString(folder.resolve("exeat.yaml"), line);
            assertThat(problem("training", "--config", file.toString())).as(line).isPresent();
            assertThat(problem("run", "--config", file.toString())).as(line).isEmpty();
        }
        assertThat(problem("training", "--trainees", "0")).isPresent();
        assertThat(problem("training", "--applications", "5")).isPresent();
        assertThat(problem("run", "--again")).get().asString().contains("training alone");
        assertThat(problem("demo", "--unit", "jl-1")).isPresent();
        var inside = Files.writeString(folder.resolve("own.yaml"), "server:\n  port: 9\n");
        assertThat(
                        problem(
                                "training",
                                "--again",
                                "--config",
                                inside.toString(),
                                "--data",
                                folder.toString()))
                .get()
                .asString()
                .contains("would delete");
    }

    @Test
    void an_option_of_another_mode_is_a_misuse() throws ConfigException {
        for (var mode : List.of("run", "demo")) {
            assertThat(problem(mode, "--trainees", "3"))
                    .get()
                    .asString()
                    .contains("training alone");
            assertThat(problem(mode, "--applications", "120")).isPresent();
        }
        for (var mode : List.of("run", "training")) {
            assertThat(problem(mode, "--planted")).get().asString().contains("demo alone");
        }
        assertThat(problem("demo", "--planted")).isEmpty();
        assertThat(problem("--trainees", "4", "--unit", "jl-1", "training")).isEmpty();
    }

    /** Before anything is deleted. */
    @Test
    void starting_again_needs_a_unit_that_is_known_and_what_stays_to_be_elsewhere(
            @TempDir Path folder) throws Exception {
        var data = Files.createDirectory(folder.resolve("training"));
        var where = data.toString();
        assertThat(problem("training", "--again", "--data", where))
                .get()
                .asString()
                .contains("--unit");
        assertThat(problem("training", "--again", "--unit", "jl-atlantis", "--data", where))
                .get()
                .asString()
                .contains("there is no unit jl-atlantis");
        assertThat(problem("training", "--again", "--unit", "jl-yanji-fa", "--data", where))
                .isEmpty();
        var packs = Files.createDirectory(data.resolve("packs")).toString();
        var link = Files.createSymbolicLink(folder.resolve("link"), data).toString();
        assertThat(problem("training", "--again", "--directives", packs, "--data", link))
                .get()
                .asString()
                .contains("would delete");
    }

    @Test
    void the_folder_of_a_new_office_is_closed_before_anything_is_in_it(@TempDir Path above)
            throws Exception {
        var office = above.resolve("new");
        claim("run", office);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(office)))
                .isEqualTo("rwx------");
    }

    private static void claim(String mode, Path data, String... more) throws ConfigException {
        var args = new ArrayList<>(List.of(mode, "--data", data.toString()));
        args.addAll(List.of(more));
        var options = parsed(args.toArray(String[]::new));
        options.claim(options.config(HOME));
    }

    @Test
    void no_office_starts_on_a_training_folder_nor_training_on_an_offices(@TempDir Path above)
            throws Exception {
        var office = above.resolve("office");
        claim("run", office);
        Keys.in(office).secret("master");
        for (var more : List.of(new String[0], new String[] {"--again"})) {
            assertThatThrownBy(() -> claim("training", office, more))
                    .isInstanceOf(OfficeException.class);
        }
        assertThat(Keys.in(office).read("master")).isNotEmpty();

        var training = above.resolve("training");
        claim("training", training, "--again");
        claim("training", training);
        for (var mode : List.of("run", "demo")) {
            assertThatThrownBy(() -> claim(mode, training)).hasMessageContaining("no office opens");
        }
        Keys.in(training).secret("master");
        claim("training", training, "--again");
        assertThat(Keys.in(training).read("master")).isEmpty();
    }
}
