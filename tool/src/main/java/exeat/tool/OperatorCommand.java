package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.OperatorClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The operators of the machine. */
@Command(
        name = "operator",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Makes operators' own keys, and adds, ends and lists operators. What an operator"
                        + " does is signed and in the log.")
final class OperatorCommand extends CommandGroup {

    /** Creates the command with all its commands on operators. */
    static CommandLine whole(CommandIo io) {
        return new CommandLine(new OperatorCommand())
                .addSubcommand(new Key(io))
                .addSubcommand(new Add(io))
                .addSubcommand(new End(io))
                .addSubcommand(new Lists(io));
    }

    /** Makes a key. */
    @Command(
            name = "key",
            description = {
                "Makes your own key in a new file, which only you may read, and prints its public"
                        + " half for \"operator add\". Keep the file with you, not in the data"
                        + " folder.",
                ""
            },
            footer = {"", "Exit status: 0 made, 2 misuse or a fault."})
    static final class Key extends HelpfulCommand implements Callable<Integer> {

        private final CommandIo io;

        @Parameters(index = "0", paramLabel = "NAME", description = "Your name as an operator.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "The file to create.")
        private Path file = Path.of("");

        Key(CommandIo io) {
            this.io = io;
        }

        @Override
        public Integer call() throws IOException {
            io.print(OperatorClient.made(name, file));
            return ExitStatus.DONE;
        }
    }

    /** Adds one. */
    @Command(
            name = "add",
            description = {
                "Adds an operator by name and public key. The first adds themselves, with their own"
                        + " key; every other is added by an existing operator, with that"
                        + " operator's key.",
                ""
            },
            footer = {"", "Exit status: 0 added, 1 not added, 2 misuse or a fault."})
    static final class Add extends OfficeCommand {

        @Parameters(
                index = "0",
                paramLabel = "NAME",
                description = "As \"operator key\" prints it.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "The operator's public key.")
        private String key = "";

        Add(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return answer(OperatorClient.add(options(), name, key));
        }
    }

    /** Ends one. */
    @Command(
            name = "end",
            description = {"Deactivates an operator. What they did stays on record.", ""},
            footer = {"", "Exit status: 0 ended, 1 no such operator, 2 misuse or a fault."})
    static final class End extends OfficeCommand {

        @Parameters(paramLabel = "NAME", description = "The operator.")
        private String name = "";

        End(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return answer(OperatorClient.end(options(), name));
        }
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = {"Prints every operator, and what each of them did.", ""},
            footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
    static final class Lists extends OfficeCommand {

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(OperatorClient.list(options()));
        }
    }
}
