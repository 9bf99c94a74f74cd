package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.office.DoctorClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Says what is unsafe in how an office is set up. */
@Command(
        name = "doctor",
        description = {
            "Checks an office's security: folder modes, keys, TLS, limits, signer, witnesses,"
                    + " PostgreSQL, backups, clocks and operators. Prints each problem and what to do,"
                    + " one a line. Give the server's --config, so that its settings are checked. A"
                    + " server may be running. Nothing is changed.",
            ""
        },
        footer = {"", "Exit status: 0 no problems, 1 problems, 2 misuse or a fault."})
final class DoctorCommand extends OfficeCommand {

    DoctorCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        tellTraining();
        return DoctorClient.look(io(), options());
    }
}
