package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.KeeperClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the key of an office's log. */
@Command(
        name = "signer",
        description = {
            "Holds the key of an office's log and signs its checkpoints over a Unix socket, but only"
                    + " if they begin with everything that it signed before. So somebody who has the"
                    + " office's database and data folder cannot rewrite the log and sign it again. Run"
                    + " it as another user than the office, and name its socket in the office's setting"
                    + " ledger.signer. Ends with Ctrl-C.",
            ""
        },
        footer = {
            "",
            "The key is DIR/keys/ledger. To move an office's key here, stop the office and move its",
            "keys/ledger and keys/ledger.origin there, and copy its ledger/checkpoint to DIR/ledger.",
            "",
            "Exit status: 2 misuse or a fault; else it runs until it is stopped."
        })
final class SignerCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Option(
            names = "--folder",
            required = true,
            paramLabel = "DIR",
            description =
                    "Its own folder, which the office's user must not be able to read: the key,"
                            + " and the last checkpoint that it signed.")
    private Path folder = Path.of("");

    @Option(
            names = "--socket",
            required = true,
            paramLabel = "PATH",
            description =
                    "The socket to listen on, in a folder that only this user can write to and the"
                            + " office's user can enter.")
    private Path socket = Path.of("");

    @Option(
            names = "--for",
            required = true,
            paramLabel = "USER",
            description = "The office's user. Nobody else gets an answer.")
    private String user = "";

    SignerCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        return KeeperClient.signer(io, folder, socket, user);
    }
}
