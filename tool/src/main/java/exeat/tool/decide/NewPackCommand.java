package exeat.tool.decide;

import exeat.rules.Pack;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A pack to start from. */
@Command(
        name = "new",
        description = {
            "Writes a small pack to start from, with comments, and proves it. An existing folder"
                    + " is never overwritten.",
            ""
        },
        footer = {
            "",
            "With --extends, the pack decides exactly as the one above it does, until you change a rule.",
            "",
            "Exit status: 0 written and proved, 1 written but not proved, 2 not written, or a fault,"
                    + " 3 written and proved if what the pack declares of the facts holds."
        })
public final class NewPackCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "The pack's id, for a folder under directives/; or the path of the new"
                            + " folder.")
    private String name = "";

    @Option(
            names = "--extends",
            paramLabel = "PACK",
            description = "The pack above it: a folder, or the id of one under directives/.")
    private @Nullable String above;

    public NewPackCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        var path = Path.of(name);
        var folder = path.getNameCount() > 1 ? path : PackLocator.folder().resolve(path);
        var pack = new NewPack(folder, LocalDate.ofInstant(io.clock().instant(), ZoneOffset.UTC));
        Optional.ofNullable(above)
                .map(PackLocator::find)
                .ifPresentOrElse(pack::writeBelow, pack::write);
        try {
            var report = Prover.of(Pack.read(folder));
            var says =
                    !report.proved()
                            ? "not everything is proved; see exeat prove"
                            : report.isConditional()
                                    ? "everything is proved, if what the pack declares of the facts"
                                            + " holds; see exeat prove"
                                    : "everything is proved";
            io.print("%s: written; %s.%n".formatted(folder, says));
            return ProveCommand.status(report);
        } catch (PackException bad) {
            throw new UsageError(bad);
        }
    }
}
