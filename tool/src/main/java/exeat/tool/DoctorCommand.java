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
            "Says what is unsafe in how an office is set up and kept: folder modes, keys, TLS,"
                    + " limits, witnesses, backups, clocks and operators, a line each, and what to"
                    + " do. Give the server's --config, so that its settings are looked at. A"
                    + " server may be running. Nothing is changed.",
            ""
        },
        footer = {"", "Exit status: 0 nothing is unsafe, 1 something is, 2 misuse or a fault."})
final class DoctorCommand extends OfficeCommand {

    DoctorCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        return DoctorClient.look(io(), options());
    }
}
