package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The master keys, which encrypt all other keys. */
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
    static final class Lists extends OfficeCommand {

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(LedgerClient.masterKeys(options()));
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
    static final class Rotate extends OfficeCommand {

        Rotate(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(LedgerClient.rotated(options()));
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
    static final class Forget extends OfficeCommand {

        @Parameters(paramLabel = "NUMBER", description = "As \"keys list\" prints it.")
        private String number = "";

        Forget(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return answer(LedgerClient.forgotten(options(), number));
        }
    }
}
