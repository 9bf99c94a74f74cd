package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.ToolSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The file of settings. */
@Command(
        name = "config",
        synopsisSubcommandLabel = "[COMMAND]",
        description = {"Prints a file with every setting, what it does and its default value.", ""},
        footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
final class ConfigCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    ConfigCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        io.print(ToolSettings.printed());
        return ExitStatus.DONE;
    }

    /** Checks one. */
    @Command(
            name = "check",
            description = {
                "Checks a file of settings and lists every error with file, line, setting and"
                        + " what to do. If there are none, prints the settings in the file."
                        + " Secrets are never printed, only the names of the files that hold"
                        + " them.",
                ""
            },
            footer = {"", "Exit status: 0 no errors, 1 errors, 2 misuse or a fault."})
    static final class Check extends HelpfulCommand implements Callable<Integer> {

        private final CommandIo io;

        @Parameters(paramLabel = "FILE", description = "As given to ./exeat run --config.")
        private Path file = Path.of("");

        Check(CommandIo io) {
            this.io = io;
        }

        @Override
        public Integer call() throws IOException {
            return ToolSettings.check(io, file);
        }
    }
}
