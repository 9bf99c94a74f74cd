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
        description = "Lists, rotates and deletes the master keys, which encrypt all other keys.")
final class KeysCommand extends CommandGroup {

    /** Lists them. */
    @Command(
            name = "list",
            description = {
                "Prints the number of each master key, and how many keys and names it encrypts.",
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
                "Makes a new master key and re-encrypts everything with it. A server may be"
                        + " running. Older keys are kept because older backups need them. Back up"
                        + " the folder of keys now, and delete an older key when no such backup"
                        + " is left.",
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
                "Deletes a master key for good, if nothing here is encrypted with it any more."
                        + " Nobody can then open backups made with it, which also removes data"
                        + " erased since from those backups.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 deleted, 1 still in use or no such key, 2 misuse or a fault."
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
