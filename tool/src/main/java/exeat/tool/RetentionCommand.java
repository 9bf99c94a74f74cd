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
            "Erases cases that may no longer be kept. The file \"retention\" in the data folder,"
                    + " or the file that files.retention names, has a line for each directive:"
                    + " DIRECTIVE DAYS LAW. Without such a file nothing is erased. A running"
                    + " server does the same once a day.",
            "Open cases, and cases kept by a court's order, a legal hold or a claim to"
                    + " protection, are not erased; they are counted, with the reason.",
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
