package exeat.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.bench.rules.subject.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The chain of ifs is the twelve rules, word for word. */
class HandWrittenTest {

    private static final Path SOURCE =
            Path.of(System.getProperty("exeat.root", ".."))
                    .resolve("bench/src/main/java")
                    .resolve(HandWritten.class.getName().replace('.', '/') + ".java");

    @Test
    void the_source_is_what_the_generator_writes() throws IOException {
        var written = Handwriting.source(Workload.of(12, Workload.SEED).rows());
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(SOURCE, written);
        }
        assertThat(words(Files.readString(SOURCE))).isEqualTo(words(written));
    }

    /** Lines are broken by the project's format. */
    private static String words(String source) {
        return source.replaceAll("\\s+", " ");
    }
}
