package exeat.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    @TempDir private Path folder = Path.of("");

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("exeat.yaml"), String.join("\n", lines) + "\n");
    }

    private ConfigException wrong(String... lines) throws IOException {
        var file = file(lines);
        return catchThrowableOfType(
                ConfigException.class, () -> Config.read(file, Path.of("/home")));
    }

    @Test
    void the_printed_file_has_the_defaults() throws Exception {
        var config = Config.read(file(ConfigText.file()), folder);
        var plain = Config.plain(folder);
        for (var setting : Settings.all()) {
            assertThat(config.text(setting)).as(setting.key()).isEqualTo(plain.text(setting));
        }
    }

    @Test
    void the_defaults_are_allowed_values() {
        for (var setting : Settings.all()) {
            if (!setting.otherwise().isEmpty()) {
                assertThat(setting.shape().problem(setting.otherwise()))
                        .as(setting.key())
                        .isEmpty();
            }
            assertThat(setting.words()).as(setting.key()).endsWith(".");
            if (!setting.section().isEmpty()) {
                assertThat(SettingSections.ALL).containsKey(setting.section());
            }
        }
    }

    @Test
    void an_unknown_key_is_refused_with_file_line_the_nearest_and_what_to_do() throws Exception {
        var lines = wrong("data: d", "sessions:", "  oficer: 8h", "qeue:", "  waiting: 20").lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith(folder.resolve("exeat.yaml") + ":3: sessions.oficer: ")
                .contains("nearest is sessions.officer")
                .contains("delete the line");
        assertThat(lines.getLast()).contains(":4: qeue");
        assertThat(wrong("waiting: 20").lines().getFirst()).contains("nearest is queue.waiting");
        var url = "  url: jdbc:postgresql://db/exeat?user=u&password=hunter2";
        assertThat(wrong("database:", url).lines().getFirst())
                .contains("without a password")
                .doesNotContain("hunter2");
    }

    @Test
    void an_invalid_value_is_refused_with_what_is_allowed() throws Exception {
        assertThat(wrong("server:", "  port: 70000").getMessage())
                .contains(":2: server.port: must be a whole number from 1 to 65535");
        assertThat(wrong("sessions:", "  officer: 25h").getMessage())
                .contains("must be a time from 5m to 1d");
        assertThat(wrong("sessions:", "  officer: soon").getMessage()).contains(":2:");
        assertThat(wrong("log:", "  level: LOUD").getMessage()).contains("ERROR or WARN");
        assertThat(wrong("server:", "  port: {a: b}").getMessage()).contains("server.port");
        assertThat(wrong("server: yes").getMessage()).contains(":1: server");
        assertThat(wrong("server.port: 1", "server:", "  port: 2").getMessage())
                .contains(":3: server.port: is there twice");
        assertThat(wrong("data: d", "data: e").getMessage()).contains(":2: data");
        assertThat(wrong("data: &a d", "directives: *a").getMessage()).contains("anchors");
    }

    @Test
    void a_size_is_a_number_and_a_unit_within_bounds() throws Exception {
        var config = Config.read(file("bodies:", "  page: 2MB", "  file: 1GB"), folder);
        assertThat(config.size(Settings.BODY_PAGE)).isEqualTo(2L << 20);
        assertThat(config.size(Settings.BODY_FILE)).isEqualTo(1L << 30);
        assertThat(config.size(Settings.BODY_INTERFACE)).isEqualTo(1L << 20);
        assertThat(wrong("bodies:", "  page: 1TB").getMessage())
                .contains(":2: bodies.page: must be a size from 1MB to 256MB (kB, MB or GB)");
        assertThat(wrong("bodies:", "  file: 5GB").getMessage()).contains("from 1MB to 4GB");
        assertThat(wrong("bodies:", "  interface: 63kB").getMessage()).contains("from 64kB");
        assertThat(wrong("looks:", "  wating: 5").getMessage())
                .contains("nearest is looks.waiting");
    }

    @Test
    void paths_are_relative_to_the_file() throws Exception {
        var config = Config.read(file("data: office", "directives: /packs"), Path.of("/home"));
        assertThat(config.path(Settings.DATA)).isEqualTo(folder.toAbsolutePath().resolve("office"));
        assertThat(config.path(Settings.DIRECTIVES)).isEqualTo(Path.of("/packs"));
        assertThat(Config.plain(Path.of("/home")).path(Settings.DATA))
                .isEqualTo(Path.of("/home/.exeat"));
    }

    @Test
    void a_secret_is_in_a_file_that_nobody_else_may_read_and_in_no_text() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "s3cr3t-marked\n");
        var said = new String[] {"database:", "  password-file: secret"};
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(wrong(said).getMessage()).contains("chmod 600").doesNotContain("marked");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        var config = Config.read(file(said), folder);
        assertThat(config.secret(Settings.DATABASE_PASSWORD)).hasValue("s3cr3t-marked");
        assertThat(config + config.text(Settings.DATABASE_PASSWORD)).doesNotContain("marked");
        Files.writeString(secret, "");
        assertThat(wrong(said).getMessage()).contains("is empty");
        Files.delete(secret);
        assertThat(wrong(said).getMessage()).contains(":2: database.password-file: cannot be read");
    }

    @Test
    void an_option_overrides_the_file() throws Exception {
        var config = Config.read(file("sessions: {officer: 8h}", "server: {port: 1}"), folder);
        var over = config.with(Settings.PORT, "2", "--port");
        assertThat(over.count(Settings.PORT)).isEqualTo(2);
        assertThat(over.time(Settings.OFFICER_SESSION)).isEqualTo(Duration.ofHours(8));
        assertThat(over.with(Settings.PORT, "", "--port").count(Settings.PORT)).isEqualTo(8080);
    }
}
