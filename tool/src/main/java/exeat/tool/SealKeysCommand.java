package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.SealClient;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The keys that seal travel papers. */
@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists and changes the keys that seal travel papers.")
final class SealKeysCommand extends CommandGroup {

    /** The command with the commands below it. */
    static CommandLine whole(CommandIo io) {
        return new CommandLine(new SealKeysCommand())
                .addSubcommand(new Lists(io))
                .addSubcommand(new Rotate(io))
                .addSubcommand(new Succeed(io));
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = {
                "Prints the authorities that posts trust, and the signer that seals now: state,"
                        + " serial number and days of validity.",
                ""
            },
            footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
    static final class Lists extends OfficeCommand {

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(SealClient.keys(options()));
        }
    }

    /** A new signer. */
    @Command(
            name = "rotate",
            description = {
                "Makes a new key that seals from now on, and destroys the one before. This happens"
                        + " by itself once a year. A server may be running, papers sealed before"
                        + " still verify, and posts need nothing new.",
                ""
            },
            footer = {"", "Exit status: 0 done, 2 misuse or a fault."})
    static final class Rotate extends OfficeCommand {

        Rotate(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(SealClient.rotated(options()));
        }
    }

    /** A new authority. */
    @Command(
            name = "succeed",
            description = {
                "Makes a new authority, of the state whose code is in the file seal.state of the"
                        + " keys, and a new signer under it. Posts must fetch the new certificate"
                        + " before they can verify papers sealed from now on. The one before is"
                        + " still published, and papers under it still verify.",
                ""
            },
            footer = {"", "Exit status: 0 done, 2 misuse or a fault."})
    static final class Succeed extends OfficeCommand {

        Succeed(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(SealClient.succeeded(options()));
        }
    }
}
