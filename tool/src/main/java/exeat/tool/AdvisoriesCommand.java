package exeat.tool;

import exeat.tool.advisory.AdvisoryCheck;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.HelpfulCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for known vulnerabilities in what is packaged. */
@Command(
        name = "advisories",
        description = {
            "Compares the components of the packaged program with published advisories, and prints"
                    + " each known vulnerability. It needs no network: download Maven/all.zip and"
                    + " Bitnami/all.zip of OSV (osv.dev), or take them from a mirror, and name their"
                    + " folder.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 no known vulnerability, 1 one or more, or the advisories are too old,"
                    + " 2 misuse or a fault."
        })
final class AdvisoriesCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Option(
            names = "--database",
            required = true,
            paramLabel = "DIR",
            description = "A folder of advisories in OSV's format: .json files, or .zip of such.")
    private Path database = Path.of("");

    @Option(
            names = "--bill",
            paramLabel = "FILE",
            description =
                    "A bill of materials (CycloneDX, JSON). May be given several times. Default:"
                            + " those of the server and of the tool, which are made first.")
    private List<Path> bills = List.of();

    @Option(
            names = "--judged",
            paramLabel = "FILE",
            description =
                    "What was judged before: lines with an advisory's id, the last day on which"
                            + " the judgement holds, and the reason.")
    private @Nullable Path judged;

    @Option(
            names = "--oldest",
            paramLabel = "DAYS",
            description =
                    "How many days old the newest advisory may be (default: ${DEFAULT-VALUE}).")
    private int oldest = 30;

    AdvisoriesCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        var root = Path.of(System.getProperty("exeat.root", ""));
        var all =
                bills.isEmpty()
                        ? List.of(
                                root.resolve("server/target/bom.json"),
                                root.resolve("tool/target/bom.json"))
                        : bills;
        return AdvisoryCheck.run(io, all, database, Optional.ofNullable(judged), oldest);
    }
}
