package exeat.tool;

import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.Helpful;
import exeat.tool.cli.Io;
import exeat.tool.cli.Trouble;
import exeat.tool.office.Tampering;

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
final class TamperCommand extends Helpful implements Callable<Integer> {

    private final Io io;

    @Option(
            names = "--applications",
            paramLabel = "N",
            description = "How many are made up first (default: ${DEFAULT-VALUE}).")
    private int applications = 60;

    TamperCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (applications < 20 || applications > 5000) {
            throw new Trouble("--applications is not within 20 to 5000");
        }
        return Tampering.run(io, applications) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }
}
