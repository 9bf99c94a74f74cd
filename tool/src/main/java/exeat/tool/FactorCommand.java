package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.DataOptions;
import exeat.tool.office.OfficerClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an officer a second factor. */
@Command(
        name = "second-factor",
        description = {
            "Gives an officer a second factor, or another one when the device is lost: prints, this once, a"
                    + " secret for their device and ten codes that each let them in once without it. Hand it"
                    + " over in person. Their sessions end. From then on they sign in with password and code"
                    + " alone.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 done, 1 no such officer, or none to remove, 2 misuse or a fault."
        })
final class FactorCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Parameters(paramLabel = "LOGIN", description = "As officer list shows it.")
    private String login = "";

    @Option(names = "--remove", description = "Takes it away: the password alone counts again.")
    private boolean remove;

    @Mixin private DataOptions options;

    FactorCommand(CommandIo io) {
        this.io = io;
        options = new DataOptions(io.clock());
    }

    @Override
    public Integer call() throws IOException {
        var handed = OfficerClient.factor(options, login, remove);
        if (handed.isEmpty()) {
            io.err().println("exeat: there is no such officer, or nothing to remove");
            return ExitStatus.NEGATIVE;
        }
        io.print(handed.get());
        return ExitStatus.DONE;
    }
}
