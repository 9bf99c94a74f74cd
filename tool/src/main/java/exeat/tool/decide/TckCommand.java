package exeat.tool.decide;

import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.Zone;
import exeat.rules.tck.TckRunner;
import exeat.rules.tck.TckRunner.Result;
import exeat.rules.tck.TckRunner.Verdict;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the public DMN test kit on the same reader and evaluator that others embed. */
@Command(
        name = "tck",
        description = "Runs the tests of the DMN technology compatibility kit.",
        footer = {
            "",
            "Each folder holds models with the kit's test files beside them. Subfolders are",
            "searched too. It prints which tests failed, and which were refused and by which",
            "element: a refused test got no answer, never a wrong one. The last line counts the",
            "test cases.",
            "",
            "Exit status: 0 none failed, 1 some failed, 2 misuse or a fault."
        })
public final class TckCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Parameters(paramLabel = "DIR", description = "A folder of the kit, such as its level 2.")
    private Path folder = Path.of("");

    public TckCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageError(folder + ": is not a folder");
        }
        var now =
                new DateTime(
                        LocalDateTime.ofInstant(io.clock().instant(), ZoneOffset.UTC),
                        Zone.Offset.UTC);
        var outcomes = TckRunner.run(folder, Optional.of(now));
        if (outcomes.isEmpty()) {
            throw new UsageError(folder + ": contains no test file of the kit");
        }
        var lines = new StringBuilder();
        for (var outcome : outcomes) {
            if (outcome.verdict() != Verdict.PASSED) {
                var word = outcome.verdict() == Verdict.FAILED ? "failed" : "refused";
                lines.append("%-8s%s: %s%n".formatted(word, outcome.test(), outcome.detail()));
            }
        }
        long failed = count(outcomes, Verdict.FAILED);
        lines.append(
                "%d passed, %d failed, %d refused%n"
                        .formatted(
                                count(outcomes, Verdict.PASSED),
                                failed,
                                count(outcomes, Verdict.REFUSED)));
        io.print(lines.toString());
        return failed == 0 ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private static long count(List<Result> outcomes, Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }
}
