package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.seal.SealVerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The seals of travel papers. */
@Command(
        name = "seal",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks the seals of travel papers, and keeps the keys that seal them.")
final class SealCommand extends CommandGroup {

    /** The command with the commands below it. */
    static CommandLine whole(CommandIo io) {
        return new CommandLine(new SealCommand())
                .addSubcommand(new SealVerifyCommand(io))
                .addSubcommand(SealKeysCommand.whole(io));
    }
}
