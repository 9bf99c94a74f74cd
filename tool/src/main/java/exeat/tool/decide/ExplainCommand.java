package exeat.tool.decide;

import exeat.rules.Directive;
import exeat.rules.explain.Explanation;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.LanguageOption;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import exeat.tool.input.CsvRows;
import exeat.tool.input.CsvRows.BadHeader;
import exeat.tool.input.FactColumns;
import exeat.tool.input.FactRow;
import exeat.tool.input.JsonRows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains findings for lines of facts. */
@Command(
        name = "explain",
        description = "Says why a finding is what it is, and what would change it.",
        footer = {
            "",
            "The input is the same as for decide. As text, it prints for each line what the",
            "applicant reads, the facts that decided it, and for a referred case the fewest facts",
            "that would lead to approval if they are true and can be shown. As a trace, it prints",
            "every rule of every table and the first test that failed. As json, it prints all of",
            "this as a line. --open hides what reveals a protected fact, as on a screen that",
            "others can see.",
            "",
            "Exit status: 0 all lines explained, 1 some could not be, 2 misuse or a fault."
        })
public final class ExplainCommand extends HelpfulCommand implements Callable<Integer> {

    /** How the explanation is written. */
    enum Form {
        text,
        trace,
        json
    }

    private static final List<String> NONE = List.of();

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

    @Option(names = "--as", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}.")
    private Form form = Form.text;

    @Option(names = "--open", description = "Print only what others may see (text only).")
    private boolean open;

    @Mixin private LanguageOption words = new LanguageOption();

    public ExplainCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (open && form != Form.text) {
            throw new UsageError("--open works only with --as text");
        }
        var language = words.locale().getLanguage();
        var faults = Explanation.isSpoken(language) ? Explanation.faults(language) : NONE;
        if (form != Form.trace && !faults.isEmpty()) {
            throw new UsageError(
                    "the language " + language + " is not finished:\n" + String.join("\n", faults));
        }
        var directive = PackLocator.read(pack);
        var name = file.equals("-") ? "standard input" : file;
        var columns = new FactColumns(directive.vocabulary());
        boolean sound = true;
        try (var input = io.open(file)) {
            var reader = new InputStreamReader(input, StandardCharsets.UTF_8);
            var rows =
                    file.endsWith(".csv")
                            ? new CsvRows(reader, columns)
                            : new JsonRows(reader, columns);
            for (Optional<FactRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                switch (row.get()) {
                    case FactRow.Good good -> explain(directive, good);
                    case FactRow.Bad bad -> {
                        sound = false;
                        io.err().println(bad.at(name));
                    }
                }
            }
        } catch (BadHeader e) {
            throw new UsageError(e.bad().at(name), e);
        }
        return sound ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private void explain(Directive directive, FactRow.Good row) throws IOException {
        switch (form) {
            case text -> io.print(new ExplainText(directive, words.locale()).of(row, open));
            case trace -> io.print(TraceText.of(directive, row));
            case json -> ExplainJson.write(io, directive, row, words.locale());
        }
    }
}
