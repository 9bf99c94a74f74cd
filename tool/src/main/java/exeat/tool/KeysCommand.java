package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.DataOptions;
import exeat.tool.office.LedgerClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The master keys, under which all other keys lie. */
@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists, changes and forgets the master keys, under which all other keys lie.")
final class KeysCommand extends CommandGroup {

    /** Lists them. */
    @Command(
            name = "list",
            description = {
                "Prints the number of each master key, and how many keys and names lie under it.",
                ""
            },
            footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
    static final class Lists extends HelpfulCommand implements Callable<Integer> {

        private final CommandIo io;

        @Mixin private DataOptions options;

        Lists(CommandIo io) {
            this.io = io;
            options = new DataOptions(io.clock());
        }

        @Override
        public Integer call() throws IOException {
            io.print(LedgerClient.masterKeys(options));
            return ExitStatus.DONE;
        }
    }

    /** Adds one. */
    @Command(
            name = "rotate",
            description = {
                "Makes a new master key and seals anew under it what lies under others. A server may be"
                        + " running. The older keys stay, for backups from before need them: back up the"
                        + " folder of keys now, and forget an older key when no such backup is left.",
                ""
            },
            footer = {"", "Exit status: 0 done, 2 misuse or a fault."})
    static final class Rotate extends HelpfulCommand implements Callable<Integer> {

        private final CommandIo io;

        @Mixin private DataOptions options;

        Rotate(CommandIo io) {
            this.io = io;
            options = new DataOptions(io.clock());
        }

        @Override
        public Integer call() throws IOException {
            io.print(LedgerClient.rotated(options));
            return ExitStatus.DONE;
        }
    }

    /** Removes one. */
    @Command(
            name = "forget",
            description = {
                "Removes a master key for good, once nothing lies under it here. Backups that were made"
                        + " under it can then be opened by nobody: also what was erased since.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 forgotten, 1 something lies under it or there is none, 2 misuse or a fault."
            })
    static final class Forget extends HelpfulCommand implements Callable<Integer> {

        private final CommandIo io;

        @Parameters(paramLabel = "NUMBER", description = "As \"keys list\" prints it.")
        private String number = "";

        @Mixin private DataOptions options;

        Forget(CommandIo io) {
            this.io = io;
            options = new DataOptions(io.clock());
        }

        @Override
        public Integer call() throws IOException {
            var why = LedgerClient.forgotten(options, number);
            if (why.isEmpty()) {
                return ExitStatus.DONE;
            }
            io.err().println("exeat: " + why);
            return ExitStatus.NEGATIVE;
        }
    }
}
