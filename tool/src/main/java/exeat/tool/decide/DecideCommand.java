package exeat.tool.decide;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.PackLocator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides lines of facts. */
@Command(
        name = "decide",
        description = "Decides lines of facts under a directive, without a database.",
        footer = {
            "",
            "JSON lines look like {\"id\": \"1\", \"facts\": {\"age\": 34}}; CSV has a header of",
            "id and fact names. A fact that is left out or empty is unknown; absent (or JSON's",
            "null) means that there is none; withheld, that a protected fact is not disclosed.",
            "The finding of each line is a line of JSON on standard output, in the order of the",
            "input. Errors in a line go to standard error with the line's number, and the",
            "following lines are still decided.",
            "",
            "Exit status: 0 all lines decided, 1 some could not be, 2 misuse or a fault."
        })
public final class DecideCommand extends HelpfulCommand implements Callable<Integer> {

    /** How the input is written. */
    enum Format {
        jsonl,
        csv
    }

    private final CommandIo io;

    @Parameters(
            index = "0",
            paramLabel = "PACK",
            description = "A pack's folder, or the id of one under directives/, such as prc-1963.")
    private String pack = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The input; standard input if left out or -.")
    private String file = "-";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}; by default csv if FILE ends in .csv, otherwise"
                            + " jsonl.")
    private @Nullable Format format;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Decide under the version in force on this day, such as 1963-08-08; by"
                            + " default the newest. The facts are always those of FILE.")
    private @Nullable LocalDate asOf;

    public DecideCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        var directive = asOf == null ? PackLocator.read(pack) : PackLocator.asOf(pack, asOf);
        try (var input = io.open(file)) {
            var name = file.equals("-") ? "standard input" : file;
            boolean csv = Optional.ofNullable(format).orElse(byName()) == Format.csv;
            var decisions = new RowDecider(directive, io, name);
            return decisions.decide(input, csv) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
        }
    }

    private Format byName() {
        return file.endsWith(".csv") ? Format.csv : Format.jsonl;
    }
}
