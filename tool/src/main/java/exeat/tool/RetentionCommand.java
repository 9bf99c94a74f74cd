package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.DataOptions;
import exeat.tool.office.LedgerClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Erases what may no longer be kept. */
@Command(
        name = "retention",
        description = {
            "Erases files whose time has passed. For how long they may be kept, and by which law, stands"
                    + " in the file \"retention\" of the data folder, or where files.retention says: DIRECTIVE DAYS"
                    + " BASIS, a line each. Without one nothing is erased. A running server does the same"
                    + " once a day.",
            "What is alive, or kept by a court's order, a legal hold or a claim to protection, is not"
                    + " erased; it is counted, with the reason.",
            ""
        },
        footer = {"", "Exit status: 0 done, 2 misuse or a fault."})
final class RetentionCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Mixin private DataOptions options;

    RetentionCommand(CommandIo io) {
        this.io = io;
        options = new DataOptions(io.clock());
    }

    @Override
    public Integer call() throws IOException {
        io.print(LedgerClient.retention(options));
        return ExitStatus.DONE;
    }
}
