package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.UsageError;
import exeat.tool.office.DataOptions;
import exeat.tool.office.ReportClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The situation of an authority and everything below it. */
@Command(
        name = "report",
        description = {
            "Prints the situation report of an authority and everything below it. Small numbers"
                    + " are suppressed, so that nobody can be identified from the report.",
            ""
        },
        footer = {"", "Exit status: 0 printed, 1 no such authority, 2 misuse or a fault."})
final class ReportCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Parameters(
            paramLabel = "AUTHORITY",
            description = "The id of a unit, such as cn for the issuer of 1963 or jl-yanji.")
    private String authority = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportClient.Format format = ReportClient.Format.text;

    @Mixin private DataOptions options;

    ReportCommand(CommandIo io) {
        this.io = io;
        options = new DataOptions(io.clock());
    }

    @Override
    public Integer call() throws IOException {
        if (!authority.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new UsageError("not the id of an authority: " + authority);
        }
        var report = ReportClient.of(options, authority, format);
        if (report.isEmpty()) {
            io.err().println("exeat: no directive here has an authority " + authority);
            return ExitStatus.NEGATIVE;
        }
        io.print(report);
        return ExitStatus.DONE;
    }
}
