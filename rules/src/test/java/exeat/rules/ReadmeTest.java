package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the room's README print what it says that they print. */
class ReadmeTest {

    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "```java\\n(.*?)```\\n\\nprints\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

    @Test
    void each_example_prints_what_stands_below_it(@TempDir Path folder) throws Exception {
        var readme = Files.readString(Packs.root().resolve("rules").resolve("README.md"));
        var example = EXAMPLE.matcher(readme);
        int count = 0;
        while (example.find()) {
            count++;
            assertThat(printed(folder, example.group(1))).isEqualTo(example.group(2));
        }
        assertThat(count).isEqualTo(2);
    }

    /** Runs it as a reader would: a source file of its own, with the room on the class path. */
    private static String printed(Path folder, String body) throws Exception {
        var source =
                Files.writeString(
                        folder.resolve("Example.java"),
                        """
                        import exeat.rules.*;
                        import exeat.rules.fact.*;
                        import exeat.rules.finding.*;
                        import exeat.rules.prove.*;
                        import java.nio.file.Path;
                        import java.util.Set;

                        class Example {
                            public static void main(String[] arguments) throws Exception {
                        %s
                            }
                        }
                        """
                                .formatted(body));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                source.toString())
                        .directory(Packs.root().toFile())
                        .redirectErrorStream(true)
                        .start();
        var printed = read(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }

    private static String read(Process process) throws IOException {
        return new String(
                process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
