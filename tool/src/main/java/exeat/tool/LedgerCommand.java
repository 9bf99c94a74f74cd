package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The public log. */
@Command(
        name = "ledger",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks and manages the public log.")
final class LedgerCommand extends CommandGroup {

    /** Prints the published key. */
    @Command(
            name = "key",
            description = "Prints the public key with which anyone can check the log. Publish it.",
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

    /** Checks the database against its log. */
    @Command(
            name = "audit",
            description = {
                "Checks every row of the database against its events, the events against the"
                        + " signed log, and the log against what its witnesses have seen."
                        + " Needs the keys in the data folder. Prints nothing about any case.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 everything matches, 1 something does not, 2 misuse or a" + " fault."
            })
    static final class Audit extends OfficeCommand {

        @Option(
                names = "--witness",
                paramLabel = "KEY=URL",
                description =
                        "A witness's published key and address, from a source other than the"
                                + " office. What it has seen must be in the log. May be given several"
                                + " times; those in the office's file \"witnesses\" are asked anyway.")
        private List<String> witnesses = List.of();

        Audit(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var audited = LedgerClient.audit(options(), witnesses);
            io().print(audited.text());
            return audited.isClean() ? ExitStatus.DONE : ExitStatus.NEGATIVE;
        }
    }

    /** Stores a witness's signatures. */
    @Command(
            name = "cosign",
            description = {
                "Stores the signatures of witnesses under a checkpoint of this log. The file"
                        + " \"witnesses\" in the data folder lists the keys of accepted"
                        + " witnesses, one a line.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 stored, 1 no signature of a known witness, 2 misuse or"
                        + " a fault."
            })
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
                return negative("found no new signature of a known witness under " + note);
            }
            return print(kept);
        }
    }
}
