package exeat.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.bench.rules.subject.BenchSubject;
import exeat.bench.rules.subject.Prc1963;
import exeat.bench.rules.subject.Workload;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines count when the command has decided every one of them as the reference does. */
class DecideLinesTest {

    private static final DecideLines.Sizes SIZES = new DecideLines.Sizes(8, 16, 64);

    @TempDir private Path root = Path.of("");

    private final BenchSubject subject;

    DecideLinesTest() throws PackException {
        subject = Prc1963.subject(ContestantTest.root(), Workload.SEED);
    }

    @Test
    void a_command_that_decides_as_the_reference_does_is_timed() throws Exception {
        command("");
        var lines = new DecideLines(root, subject, SIZES).measure();
        assertThat(lines.million()).isPositive();
        assertThat(lines.megabytes()).isNotNegative();
    }

    @Test
    void a_command_that_loses_a_line_stops_the_bench() throws IOException {
        command("| head -n 7");
        assertThatThrownBy(() -> new DecideLines(root, subject, SIZES).measure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("8 lines in, 7 out");
    }

    @Test
    void a_command_that_decides_differently_stops_the_bench() throws IOException {
        command("| sed 's/\"outcome\":\"[a-z]/&x/'");
        assertThatThrownBy(() -> new DecideLines(root, subject, SIZES).measure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 0 has no");
    }

    /** In place of the tool: gives what is right, one line for each that comes in. */
    private void command(String spoiled) throws IOException {
        Files.writeString(
                root.resolve("right"),
                subject.expected().stream()
                        .limit(SIZES.many())
                        .map(finding -> "{\"outcome\":\"" + finding.outcome().word() + "\"}\n")
                        .collect(Collectors.joining()));
        var script =
                Files.writeString(
                        root.resolve("exeat"),
                        """
                        #!/bin/sh
                        head -n $(($(wc -l <"$3") - 1)) '%s' %s
                        """
                                .formatted(root.resolve("right"), spoiled));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
