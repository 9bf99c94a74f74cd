package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the module's README and guide print the output given there. */
class ReadmeTest {

    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "```java\\n(.*?)```\\n\\nprints\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"rules/README.md, 2", "docs/guide-embedding.md, 4"})
    void each_example_prints_the_text_below_it(String file, int examples, @TempDir Path folder)
            throws Exception {
        var example = EXAMPLE.matcher(Files.readString(Packs.root().resolve(file)));
        int count = 0;
        while (example.find()) {
            count++;
            assertThat(printed(folder, example.group(1))).isEqualTo(example.group(2));
        }
        assertThat(count).isEqualTo(examples);
    }

    /** Public types are permanent, so there are few of them. */
    @Test
    void the_root_has_few_public_types() throws Exception {
        var room = Pack.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        var classes = Path.of(room).resolve("exeat/rules");
        int types = 0;
        try (var files = Files.list(classes)) {
            for (var file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                var name = file.getFileName().toString().replace(".class", "");
                if (!name.equals("package-info")) {
                    var type = Class.forName("exeat.rules." + name);
                    boolean isOpen = true;
                    for (Class<?> at = type; at != null; at = at.getDeclaringClass()) {
                        isOpen &= Modifier.isPublic(at.getModifiers());
                    }
                    types += isOpen ? 1 : 0;
                }
            }
        }
        assertThat(types).isBetween(6, 25);
    }

    /** Runs it as a reader would: a source file of its own, with the room on the class path. */
    private static String printed(Path folder, String body) throws Exception {
        var source =
                Files.writeString(
                        folder.resolve("Example.java"),
                        """
                        import exeat.rules.*;
                        import exeat.rules.explain.*;
                        import exeat.rules.fact.*;
                        import exeat.rules.finding.*;
                        import exeat.rules.prove.*;
                        import exeat.rules.source.*;
                        import java.nio.file.Path;
                        import java.util.*;

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
                                // It ends before the optimising compiler is worth its work.
                                "-XX:TieredStopAtLevel=1",
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
