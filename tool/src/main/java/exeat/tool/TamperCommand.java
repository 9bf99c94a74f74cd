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
            "Makes a throwaway database with a few cases and tampers with it as a database"
                    + " administrator could: changes, removes, reorders, inserts and replays"
                    + " rows. After each change, an audit must find it and say where it is.",
            "An audit cannot find changes to sessions, secrets and webhooks, changes after the"
                    + " latest checkpoint, or a log rewritten with its own key if nobody kept a"
                    + " checkpoint. The auditor's guide has the whole list.",
            ""
        },
        footer = {"", "Exit status: 0 all found, 1 one went undetected, 2 misuse or a fault."})
final class TamperCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Option(
            names = "--applications",
            paramLabel = "N",
            description = "How many applications to make up (default: ${DEFAULT-VALUE}).")
    private int applications = 60;

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "Try only those acts whose description contains these words.")
    private String only = "";

    TamperCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (applications < 20 || applications > 5000) {
            throw new UsageError("--applications must be 20 to 5000");
        }
        return TamperRehearsal.run(io, applications, only) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }
}
