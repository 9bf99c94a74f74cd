package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.UsageError;
import exeat.tool.office.TamperRehearsal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows that tampering is found. */
@Command(
        name = "tamper",
        description = {
            "On a throwaway database with a small caseload, does what an administrator of the database"
                    + " could: change, remove, reorder, insert and replay rows. After each, an audit must"
                    + " find it, and find where it was.",
            "Outside: sessions and secrets, webhooks, what came in after the newest checkpoint, and a log"
                    + " that was rewritten with its own key and that nobody kept a checkpoint of. The"
                    + " auditor's guide has the whole list.",
            ""
        },
        footer = {"", "Exit status: 0 all found, 1 one went undetected, 2 misuse or a fault."})
final class TamperCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Option(
            names = "--applications",
            paramLabel = "N",
            description = "How many are made up first (default: ${DEFAULT-VALUE}).")
    private int applications = 60;

    TamperCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (applications < 20 || applications > 5000) {
            throw new UsageError("--applications is not within 20 to 5000");
        }
        return TamperRehearsal.run(io, applications) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }
}
