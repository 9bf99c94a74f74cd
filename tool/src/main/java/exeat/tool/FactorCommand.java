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
            "Gives an officer a second factor, or a new one if the device is lost. Prints, once"
                    + " only, a secret for the device and ten backup codes that each work once."
                    + " Hand them over in person. The officer's sessions end, and from then on"
                    + " they need their password and a code to sign in.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 done, 1 no such officer, or none to remove, 2 misuse or a fault."
        })
final class FactorCommand extends OfficeCommand {

    @Parameters(paramLabel = "LOGIN", description = "As officer list shows it.")
    private String login = "";

    @Option(names = "--remove", description = "Removes it: the password alone is enough again.")
    private boolean remove;

    FactorCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        var handed = OfficerClient.factor(options(), login, remove);
        if (handed.isEmpty()) {
            return negative("there is no such officer, or no second factor to remove");
        }
        return print(handed.get());
    }
}
