package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
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
                "Makes a new master key and seals anew under it what lies under others. A server may be"
                        + " running. The older keys stay, for backups from before need them: back up the"
                        + " folder of keys now, and forget an older key when no such backup is left.",
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
                "Removes a master key for good, once nothing lies under it here. Backups that were made"
                        + " under it can then be opened by nobody: also what was erased since.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 forgotten, 1 something lies under it or there is none, 2 misuse or a fault."
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
