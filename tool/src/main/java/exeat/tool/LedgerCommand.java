package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The public log. */
@Command(
        name = "ledger",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks the public log, and keeps it.")
final class LedgerCommand extends CommandGroup {

    /** Prints the published key. */
    @Command(
            name = "key",
            description = "Prints the key with which anybody checks the log: publish it.",
            footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
    static final class Key extends OfficeCommand {

        Key(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(LedgerClient.key(options()) + "\n");
        }
    }

    /** Holds the database to its log. */
    @Command(
            name = "audit",
            description = {
                "Holds every row of the database to its events, and these to the signed log. It needs"
                        + " the keys of the data folder; it prints no case.",
                ""
            },
            footer = {"", "Exit status: 0 all fits, 1 something does not, 2 misuse or a fault."})
    static final class Audit extends OfficeCommand {

        Audit(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var faults = LedgerClient.audit(options());
            if (faults.isEmpty()) {
                return print(
                        "Every row follows from its events, and these are in the signed log.\n");
            }
            io().print(faults);
            return ExitStatus.NEGATIVE;
        }
    }

    /** Keeps what a witness has signed. */
    @Command(
            name = "cosign",
            description = {
                "Keeps the signatures of witnesses under a checkpoint of this log. Whose count stands"
                        + " in the file \"witnesses\" of the data folder, a key a line.",
                ""
            },
            footer = {"", "Exit status: 0 kept, 1 none of a known witness, 2 misuse or a fault."})
    static final class Cosign extends OfficeCommand {

        @Parameters(paramLabel = "NOTE", description = "The checkpoint that a witness has signed.")
        private Path note = Path.of("");

        Cosign(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var kept = LedgerClient.cosign(options(), CommandIo.read(note));
            if (kept.isEmpty()) {
                return negative("no new signature of a known witness is under " + note);
            }
            return print(kept);
        }
    }
}
