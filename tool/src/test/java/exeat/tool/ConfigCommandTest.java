package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.config.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

    private static final String BEGIN = "<!-- the table of settings -->\n";
    private static final String END = "<!-- its end -->\n";

    @TempDir private Path folder = Path.of("");

    @Test
    void the_file_that_is_printed_is_sound() throws IOException {
        var printed = Ran.exeat("config");
        printed.isAsIn("config.txt");
        var file = Files.writeString(folder.resolve("exeat.yaml"), printed.out());
        Files.createDirectory(folder.resolve("directives"));
        var checked = Ran.exeat("config", "check", file.toString());
        assertThat(checked.status()).isZero();
        assertThat(checked.out()).contains("server.port: 8080", "The file has no errors.");
    }

    @Test
    void errors_are_named_and_secrets_are_not() throws IOException {
        var secret = folder.resolve("secret");
        Files.createFile(
                secret,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, "s3cr3t-marked");
        var file =
                Files.writeString(
                        folder.resolve("exeat.yaml"), "database:\n  password-file: secret\n");
        var sound = Ran.exeat("config", "check", file.toString());
        assertThat(sound.status()).isZero();
        assertThat(sound.out()).contains("password-file").doesNotContain("marked");
        Files.writeString(file, "sesions:\n  officer: 8h\n");
        var wrong = Ran.exeat("config", "check", file.toString());
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains(file + ":1: sesions: there is no such setting");
        var used = Ran.exeat("retention", "--config", file.toString());
        assertThat(used.status()).isEqualTo(2);
        assertThat(used.err()).contains(":1: sesions");
    }

    @Test
    void directives_are_looked_for_where_the_file_says() throws IOException {
        var file = Files.writeString(folder.resolve("exeat.yaml"), "directives: packs\ndata: d\n");
        var missing = Ran.exeat("config", "check", file.toString());
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err())
                .contains(file + ": directives: the folder " + folder.resolve("packs"));

        var own = folder.resolve("packs/our-pack");
        Files.createDirectories(own);
        try (var files = Files.list(Ran.root().resolve("directives/prc-1963"))) {
            for (var one : files.filter(Files::isRegularFile).toList()) {
                Files.copy(one, own.resolve(String.valueOf(one.getFileName())));
            }
        }
        assertThat(Ran.exeat("config", "check", file.toString()).status()).isZero();
        var list = Ran.exeat("directive", "list", "--config", file.toString());
        assertThat(list.out()).contains("our-pack").doesNotContain("eu-2003-86");
        var shown = Ran.exeat("directive", "show", "our-pack", "--config", file.toString());
        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("1963");
        assertThat(Ran.exeat("directive", "list", "--data", folder.resolve("d").toString()).out())
                .contains("prc-1963")
                .doesNotContain("our-pack");
    }

    @Test
    void the_operators_guide_describes_every_setting() throws IOException {
        var guide = Ran.root().resolve("docs/guide-operator.md");
        var text = Files.readString(guide);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        assertThat(end).isGreaterThanOrEqualTo(begin);
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(
                    guide, text.substring(0, begin) + ConfigText.table() + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(ConfigText.table());
        }
    }
}
