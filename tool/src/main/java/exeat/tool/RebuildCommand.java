package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.Progress;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Writes what follows from events again. */
@Command(
        name = "rebuild",
        description = {
            "Works everything that follows from events out of them again: the state of each case,"
                    + " work lists, who may see what, and the figures of reports. Needed after an"
                    + " update that counts something new, and where an audit finds rows that no"
                    + " event accounts for. A server may be running: its figures change when all"
                    + " is counted. Cut short, it goes on where it was.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 everything was written, 1 the events of some cases do not hold"
                    + " together, and the figures stay as they were; 2 misuse or a fault."
        })
final class RebuildCommand extends OfficeCommand {

    RebuildCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        LedgerClient.Audited rebuilt;
        try (var progress = new Progress(io(), "cases and other streams")) {
            rebuilt = LedgerClient.rebuilt(options(), progress::at);
        }
        io().print(rebuilt.text());
        return rebuilt.isClean() ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }
}
