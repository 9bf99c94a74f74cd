package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.log.SampleCommand;
import exeat.tool.log.VerifyCommand;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.OperatorClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The public log. */
@Command(
        name = "ledger",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks and manages the public log.")
final class LedgerCommand extends CommandGroup {

    /** The command with the commands below it. */
    static CommandLine whole(CommandIo io) {
        return new CommandLine(new LedgerCommand())
                .addSubcommand(new VerifyCommand(io))
                .addSubcommand(new SampleCommand(io))
                .addSubcommand(new Key(io))
                .addSubcommand(new Audit(io))
                .addSubcommand(new Cosign(io))
                .addSubcommand(new ReplaceKey(io));
    }

    /** Prints the published key. */
    @Command(
            name = "key",
            description = {
                "Prints the public key with which anyone can check the log. Publish it. If the key"
                        + " was replaced, the earlier ones follow, a line each; a file of these"
                        + " lines is what --key of \"ledger verify\" takes.",
                ""
            },
            footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
    static final class Key extends OfficeCommand {

        Key(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(LedgerClient.keys(options()));
        }
    }

    /** Gives the log a new key. */
    @Command(
            name = "replace-key",
            description = {
                "Gives the log a new key, if the old one is lost or somebody else has it. Two"
                        + " operators must approve it, each with their own key and each an operator"
                        + " for seven days. The first one gives no KEY: one is made in"
                        + " keys/ledger.next, and its published key is printed. The second one gives"
                        + " that KEY, as the first one told it. The next start of the server goes on"
                        + " with it. If a signer holds the key of the log, both give the published"
                        + " key of the new signer.",
                "Then tell every witness, and publish the output of \"ledger key\".",
                ""
            },
            footer = {
                "",
                "Exit status: 0 approved by two, 1 another operator is needed, 2 misuse or a fault."
            })
    static final class ReplaceKey extends OfficeCommand {

        @Parameters(
                paramLabel = "KEY",
                arity = "0..1",
                description = "The new published key; not for the first operator.")
        private String key = "";

        ReplaceKey(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var approval = OperatorClient.newLogKey(options(), key);
            io().print(approval.text());
            return approval.isAgreed() ? ExitStatus.DONE : ExitStatus.NEGATIVE;
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
            tellTraining();
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
