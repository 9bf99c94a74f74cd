package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.KeeperClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a witness of others' logs. */
@Command(
        name = "witness",
        description = {
            "Runs a witness: it cosigns checkpoints of the logs that you name, with a key of its"
                    + " own, and refuses a log that was set back or rewritten. Run it as another user,"
                    + " on another host, or in another organisation than the office; under the"
                    + " office's own user it does not count. Ends with Ctrl-C.",
            "",
            "It speaks C2SP tlog-witness over HTTP: POST /add-checkpoint. GET /key is its published"
                    + " key, GET /checkpoint?origin=NAME what it last signed.",
            ""
        },
        footer = {"", "Exit status: 2 misuse or a fault; else it runs until it is stopped."})
final class WitnessCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Option(
            names = "--folder",
            required = true,
            paramLabel = "DIR",
            description =
                    "Its own folder: its key, and the last checkpoint that it signed of each log."
                            + " If it is lost, so is its memory.")
    private Path folder = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description =
                    "Its name, such as witness.example/1; kept from the first start with its key.")
    private String name = "";

    @Option(
            names = "--log",
            required = true,
            paramLabel = "KEY",
            description =
                    "The published key of a log, or a file that holds it. May be given several"
                            + " times.")
    private List<String> logs = List.of();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:8091";

    WitnessCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        return KeeperClient.witness(io, folder, name, logs, listen);
    }
}
