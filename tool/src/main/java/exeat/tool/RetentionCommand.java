package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.OperatorClient;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Erases what may no longer be kept. */
@Command(
        name = "retention",
        description = {
            "Erases cases that may no longer be kept. The file \"retention\" in the data folder,"
                    + " or the file that files.retention names, has a line for each directive:"
                    + " DIRECTIVE DAYS LAW. A line is applied after two operators have approved it as"
                    + " it stands and people were told of it for 30 days (files.retention-notice)."
                    + " Without such a line nothing is erased. A running server does the same once"
                    + " a day.",
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

    /** Approves a rule. */
    @Command(
            name = "approve",
            description = {
                "Approves the line of a directive in the file \"retention\" as it stands, with your"
                        + " own operator's key. Two operators must; each must have been one for"
                        + " seven days.",
                ""
            },
            footer = {"", "Exit status: 0 approved, 2 misuse or a fault."})
    static final class Approve extends OfficeCommand {

        @Parameters(paramLabel = "DIRECTIVE", description = "The id of the directive.")
        private String directive = "";

        Approve(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(OperatorClient.approve(options(), directive));
        }
    }
}
