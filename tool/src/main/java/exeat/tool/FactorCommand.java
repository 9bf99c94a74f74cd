package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.OfficerClient;
import java.io.IOException;
import picocli.CommandLine.Command;
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
final class FactorCommand extends OfficeCommand {

    @Parameters(paramLabel = "LOGIN", description = "As officer list shows it.")
    private String login = "";

    @Option(names = "--remove", description = "Takes it away: the password alone counts again.")
    private boolean remove;

    FactorCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        var handed = OfficerClient.factor(options(), login, remove);
        if (handed.isEmpty()) {
            return negative("there is no such officer, or nothing to remove");
        }
        return print(handed.get());
    }
}
