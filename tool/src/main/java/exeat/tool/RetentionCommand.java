package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;

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
final class RetentionCommand extends OfficeCommand {

    RetentionCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        return print(LedgerClient.retention(options()));
    }
}
