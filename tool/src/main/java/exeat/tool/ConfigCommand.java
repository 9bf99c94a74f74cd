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
        description = {
            "Prints a whole file of settings, each with what it does and as it is when nothing is said.",
            ""
        },
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

    /** Judges one. */
    @Command(
            name = "check",
            description = {
                "Judges a file of settings, and names everything in it that is wrong:"
                        + " file, line, setting, and what to do. Of a sound one it prints what is said in it."
                        + " Secrets are not printed: only the files that hold them are named.",
                ""
            },
            footer = {"", "Exit status: 0 sound, 1 not, 2 misuse or a fault."})
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
