package exeat.tool.decide;

import exeat.rules.Directive;
import exeat.rules.Interview.Expected;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.LanguageOption;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import exeat.tool.input.FactColumns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An interview on the terminal, or over JSON lines. */
@Command(
        name = "ask",
        description = "Asks the questions that decide a finding, one at a time.",
        footer = {
            "",
            "It asks only what can still change the finding, in the order that needs the fewest",
            "questions on average; protected facts come last. Answer with a value or its number;",
            "? means that you do not know, and you are not asked again; < goes back; the end of",
            "the input stops.",
            "With --json each question is a line {\"ask\": {\"fact\": .., \"values\": [..], ..}}",
            "and each answer a line of text as above; the last line printed is {\"finding\": ..}.",
            "",
            "Exit status: 0 settled or printed, 1 the input ended before that, 2 misuse or a",
            "fault."
        })
public final class AskCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Parameters(
            index = "0",
            paramLabel = "PACK",
            description = "A pack's folder, or the id of one under directives/, such as prc-1963.")
    private String pack = "";

    @Option(
            names = "--given",
            paramLabel = "FACT=VALUE",
            description = "A fact that is already known; may be repeated.")
    private List<String> given = List.of();

    @Option(names = "--json", description = "Use JSON lines.")
    private boolean json;

    @Option(
            names = "--expected",
            description = "Print how many questions are expected, and ask nothing.")
    private boolean expected;

    @Mixin private LanguageOption words = new LanguageOption();

    public AskCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        var directive = PackLocator.read(pack);
        var known = known(directive);
        if (expected) {
            io.print(expected(directive, known));
            return ExitStatus.DONE;
        }
        var talk = new InterviewDialogue(directive, io, words.locale(), json);
        return talk.hold(known) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private Facts known(Directive directive) {
        var facts = Facts.NONE;
        for (var text : given) {
            int equals = text.indexOf('=');
            var name = equals < 0 ? text : text.substring(0, equals);
            var fact =
                    new FactColumns(directive.vocabulary())
                            .find(name.strip())
                            .orElseThrow(() ->
                                    new UsageError(name + ": the directive has no such fact"));
            var value =
                    Optional.of(text.substring(equals + 1))
                            .filter(word -> equals >= 0)
                            .flatMap(fact::parse)
                            .orElseThrow(() ->
                                    new UsageError(
                                            name + ": must be " + FactColumns.expected(fact)));
            facts = facts.with(new FactName(name.strip()), value);
        }
        return facts;
    }

    private static String expected(Directive directive, Facts known) {
        var interview = directive.interview();
        var text = new StringBuilder();
        text.append(
                "%s, version %s: questions expected until the finding is settled%n"
                        .formatted(directive.ref().id(), directive.ref().version()));
        text.append(
                "%-34s %8s %14s %14s %11s%n"
                        .formatted("", "asks all", "form's order", "looking ahead", "best order"));
        text.append(row("every fact asked", interview.expected(known)));
        if (known.equals(Facts.NONE)) {
            text.append(row("after what the application shows", interview.expectedOfDeclared()));
        }
        return text.toString();
    }

    private static String row(String name, Optional<Expected> expected) {
        return expected.map(e ->
                        String.format(
                                Locale.ROOT,
                                "%-34s %8d %14.3f %14.3f %11s%n",
                                name,
                                e.all(),
                                e.inOrder(),
                                e.lookingAhead(),
                                figure(e.least())))
                .orElse("%-34s too many cases to look at%n".formatted(name));
    }

    private static String figure(OptionalDouble figure) {
        return figure.isPresent()
                ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble())
                : "too much";
    }
}
