package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.office.LedgerClient;
import exeat.tool.office.OfficeCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists erasures, as recorded outside the database. */
@Command(
        name = "erasures",
        description = {
            "Lists what was erased: case, step, traveller's number, time and reason, but no"
                    + " names. The list is in ledger/erasures of the data folder. Keep a copy of"
                    + " it where you keep the latest checkpoint.",
            "If you restore an older copy of the database, data erased since then comes back. The"
                    + " next start erases it again; --again does it now.",
            ""
        },
        footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
final class ErasuresCommand extends OfficeCommand {

    @Option(names = "--again", description = "Erase again whatever came back.")
    private boolean again;

    ErasuresCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        return print(
                again ? LedgerClient.erasedAgain(options()) : LedgerClient.erasures(options()));
    }
}
