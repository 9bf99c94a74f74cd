package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands that need no office, in a process of their own and with no more on the class path
 * than the launcher puts there.
 */
class LightPathTest {

    private static final Pattern LIGHT = Pattern.compile("light\\)(.*?);;", Pattern.DOTALL);
    private static final Pattern JAR = Pattern.compile("\"\\$lib\"/([a-z-]+)-\\*\\.jar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prove prc-1963",
                "compare prc-1963 prc-1963",
                "ask prc-1963 --expected",
                "seal verify --help",
                "decide --help",
                "explain --help"
            })
    void a_quick_command_starts_without_the_office(String command)
            throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the launcher starts them.
        line.add("-XX:TieredStopAtLevel=1");
        line.addAll(List.of("-cp", path(), "-Dexeat.root=" + Ran.root(), "exeat.tool.Main"));
        line.addAll(List.of(command.split(" ")));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).isNotBlank();
    }

    /** Of what the tests have, the tool itself and what the launcher names. */
    private static String path() throws IOException {
        var light = LIGHT.matcher(Files.readString(Ran.root().resolve("exeat")));
        assertThat(light.find()).as("the launcher names a short class path").isTrue();
        var named = JAR.matcher(light.group(1)).results().map(name -> name.group(1)).toList();
        assertThat(named).contains("exeat-rules", "picocli");
        var path = new ArrayList<String>();
        path.add(Ran.root().resolve("tool/target/classes").toString());
        for (var name : named) {
            path.add(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(entry -> isOf(Path.of(entry), name))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(name + " is not there")));
        }
        return String.join(File.pathSeparator, path);
    }

    /** A jar by its name; a room's may be there as the folder of its classes. */
    private static boolean isOf(Path entry, String name) {
        var room = name.replaceFirst("^exeat-", "");
        return entry.endsWith(Path.of(room, "target", "classes"))
                || String.valueOf(entry.getFileName())
                        .matches(Pattern.quote(name) + "-\\d.*(?<!-tests)\\.jar");
    }
}
