package exeat.tool.decide;

import exeat.rules.DirectiveComparison;
import exeat.rules.NewQuestion;
import exeat.rules.prove.DirectiveImpact;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two directives: who gains, who loses, and which cases differ. */
@Command(
        name = "compare",
        description = {
            "Compares two versions of a directive, or a local directive with the one it extends:"
                    + " who gains and who loses, each with an example person. Exact, not sampled, for"
                    + " people whose facts are all known.",
            ""
        },
        footer = {
            "",
            "Last, it lists the facts that NEW asks of people whom OLD does not ask. For each it",
            "tries made-up people, and shows one for whom leaving it open changes the finding, if",
            "it finds one.",
            "",
            "With --cases, each case with a different result is one line, in the order of the",
            "file: whether it is better, worse or both, and how. FILE is JSON lines or CSV, as",
            "for decide, with facts that either directive has. Errors in a line go to standard",
            "error with the line's number. The last line is a summary. Example people are made",
            "up; cases are named by their id.",
            "",
            "Exit status: 0 nobody is worse off, 1 somebody is or could not be compared, 2 misuse",
            "or a fault."
        })
public final class CompareCommand extends HelpfulCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    private final CommandIo io;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "A pack's folder, or the id of one under directives/.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "Likewise.")
    private String newer = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Decide these cases under both; - is standard input.")
    private @Nullable String cases;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "Format of FILE: ${COMPLETION-CANDIDATES}; by default csv if its name ends in"
                            + " .csv.")
    private DecideCommand.@Nullable Format format;

    @Option(names = "--json", description = "Print JSON lines instead of sentences.")
    private boolean json;

    public CompareCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        var versions = versions();
        try (var out = new BufferedOutputStream(io.out(), BUFFER);
                var report =
                        json ? new CompareJson(out, versions) : new CompareText(out, versions)) {
            if (cases == null) {
                var shifts = DirectiveImpact.between(versions);
                var asked = NewQuestion.of(versions);
                report.shifts(shifts, asked);
                boolean nobody =
                        shifts.nobodyLoses()
                                && asked.stream().noneMatch(NewQuestion::costsWhoLeavesItOpen);
                return nobody ? ExitStatus.DONE : ExitStatus.NEGATIVE;
            }
            boolean csv =
                    format == null ? cases.endsWith(".csv") : format == DecideCommand.Format.csv;
            return new CaseComparison(versions, io, cases).compare(report, csv)
                    ? ExitStatus.DONE
                    : ExitStatus.NEGATIVE;
        }
    }

    private DirectiveComparison versions() {
        try {
            return DirectiveComparison.of(PackLocator.read(old), PackLocator.read(newer));
        } catch (IllegalArgumentException unlike) {
            throw new UsageError(unlike);
        }
    }
}
