package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.office.WatchText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates months and measures how often the watchers are wrong and how much they find. */
@Command(
        name = "watch",
        description =
                "Simulates months of work and measures how often the watchers accuse an honest"
                        + " unit, and how often they find a unit that misbehaves.",
        footer = {
            "",
            "Units of one kind receive and handle applications. In an honest month each takes its",
            "own time for each case. In a planted month one unit has a cap, slows down, is always",
            "slow, demands more, makes its demand a rule, agrees at once, or leaves cases on a",
            "pile. All watchers run as they do in an office. Nothing is read or stored: the same",
            "seed gives the same months. Confidence intervals are exact, at 95%%.",
            "",
            "Exit status: 0 done, 1 false alarms are more frequent than stated, 2 misuse or a",
            "fault."
        })
final class WatchCommand extends HelpfulCommand implements Callable<Integer> {

    private static final int MAX_MONTHS = 100_000;
    private static final int MAX_UNITS = 200;

    private final CommandIo io;

    @Spec private CommandSpec spec;

    /** Required, so that somebody who types {@code watch} alone does not wait for minutes. */
    @Option(names = "--simulate", required = true, description = "Simulate months.")
    private boolean simulate;

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "Months of each kind (default: ${DEFAULT-VALUE}).")
    private int months = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The random seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1963;

    @Option(
            names = "--units",
            paramLabel = "N",
            description = "Number of units (default: ${DEFAULT-VALUE}).")
    private int units = 12;

    @Option(
            names = "--files",
            paramLabel = "N",
            description = "Applications a unit receives in a day (default: ${DEFAULT-VALUE}).")
    private int files = 8;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description = "Days between two checks (default: ${DEFAULT-VALUE}, as in an office).")
    private int every = 1;

    @Option(
            names = "--directive",
            paramLabel = "PACK",
            description =
                    "The directive that practices are compared with (default:"
                            + " ${DEFAULT-VALUE}).")
    private String directive = "prc-1963";

    WatchCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        check(simulate, "give --simulate; the command does nothing else");
        check(months >= 1 && months <= MAX_MONTHS, "--months must be 1 to " + MAX_MONTHS);
        check(units >= 2 && units <= MAX_UNITS, "--units must be 2 to " + MAX_UNITS);
        check(files >= 1 && files <= 1_000, "--files must be 1 to 1000");
        check(every >= 1 && every <= 21, "--every must be 1 to 21");
        var honest =
                WatchText.run(
                        io,
                        new WatchText.SimulationRequest(
                                months, seed, units, files, every, directive));
        return honest ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), what);
        }
    }
}
