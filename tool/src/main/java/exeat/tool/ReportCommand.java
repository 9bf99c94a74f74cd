package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.UsageError;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.ReportClient;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
final class ReportCommand extends OfficeCommand {

    @Parameters(
            paramLabel = "AUTHORITY",
            description = "The id of a unit, such as cn for the issuer of 1963 or jl-yanji.")
    private String authority = "";

    @Option(
            names = "--directive",
            paramLabel = "DIRECTIVE",
            description =
                    "Which directive, such as prc-1963; this or --all is needed where several have the"
                            + " authority.")
    private @Nullable String directive;

    @Option(
            names = "--all",
            description =
                    "All directives that have the authority, added up. A total is the sum of the"
                            + " figures as each directive's report shows them.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportClient.Format format = ReportClient.Format.text;

    ReportCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        if (!authority.matches("[a-z0-9]+(-[a-z0-9]+)*+")) {
            throw new UsageError("not the id of an authority: " + authority);
        }
        if (all && directive != null) {
            throw new UsageError("either --directive or --all");
        }
        var report =
                all
                        ? ReportClient.together(options(), authority, format)
                        : ReportClient.of(
                                options(), authority, Optional.ofNullable(directive), format);
        if (report.isEmpty()) {
            return negative("no directive here has an authority " + authority);
        }
        tellTraining();
        return print(report);
    }
}
