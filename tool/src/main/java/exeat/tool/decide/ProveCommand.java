package exeat.tool.decide;

import exeat.json.ProofJson;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.prove.Layers;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves a pack. */
@Command(
        name = "prove",
        description = "Proves what a directive promises, or shows a person for whom it fails.",
        footer = {
            "",
            "Seven obligations: everyone gets an answer; no two rules disagree; no rule is",
            "hidden; every rule cites a paragraph; it never refuses; protected facts only help;",
            "it adds no restriction to the directives above it. Exact, for every combination of",
            "facts, also where people have not yet answered what only a local pack asks. If one",
            "fails, it shows a person for whom it fails. A pack that fails can still be read",
            "here, but it decides nothing and cannot be put in force. Every element that goes",
            "beyond what can be proved is named. A pack without messages can be proved too; the",
            "missing messages are listed at the end.",
            "",
            "The last obligation has a line for each directive above the pack. Deadlines and",
            "texts are compared too. A pack whose record names its parent without version and",
            "hash cannot be put in force; the line says what to write.",
            "",
            "Exit status: 0 proved, 1 not proved or not decided within the limit, 2 misuse or a",
            "fault, 3 proved if the links between facts that the pack declares hold."
        })
public final class ProveCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PACK",
            description = "A pack's folder, or the id of one under directives/, such as prc-1963.")
    private String pack = "";

    @Option(
            names = "--against",
            paramLabel = "PARENT",
            description =
                    "The pack that PACK must not restrict, with everything it extends; by default"
                            + " the one that PACK extends.")
    private @Nullable String against;

    @Option(
            names = "--under",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Packs in force above the unit that applies PACK, whether or not PACK"
                            + " extends them. PACK must not restrict any of them, or what they extend.")
    private List<String> under = List.of();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--splits",
            paramLabel = "N",
            description =
                    "The maximum number of splits for one obligation (default:"
                            + " ${DEFAULT-VALUE}).")
    private long splits = Prover.DEFAULT_LIMIT;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "The maximum time for all obligations, in seconds (default:"
                            + " ${DEFAULT-VALUE}).")
    private long seconds = Prover.DEFAULT_TIME.toSeconds();

    public ProveCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (splits < 1) {
            throw new ParameterException(spec.commandLine(), "--splits must be 1 or more");
        }
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds must be 1 or more");
        }
        var draft = draft();
        var own = against == null ? Layers.of(draft) : Layers.of(PackLocator.read(against));
        var layers =
                under.isEmpty() ? own : own.under(under.stream().map(PackLocator::read).toList());
        var report =
                new Prover(splits, io.clock()::millis, Duration.ofSeconds(seconds))
                        .prove(draft, layers);
        if (json) {
            try (var out = FindingLines.JSON.createGenerator(io.out())) {
                out.useDefaultPrettyPrinter();
                ProofJson.write(out, report);
                out.writeRaw('\n');
            }
            io.err().print(ProofText.beside(draft));
        } else {
            io.print(ProofText.of(report) + ProofText.beside(draft));
        }
        return status(report);
    }

    static int status(ProofReport report) {
        if (report.isConditional()) {
            return ExitStatus.ON_CONDITIONS;
        }
        return report.proved() ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private ParsedPack draft() {
        try {
            return Pack.parse(PackLocator.find(pack));
        } catch (PackException e) {
            throw new UsageError(e);
        }
    }
}
