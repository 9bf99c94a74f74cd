package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.CommandIo.PipeClosed;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.UnknownCommand;
import exeat.tool.cli.UsageError;
import exeat.tool.decide.AskCommand;
import exeat.tool.decide.CompareCommand;
import exeat.tool.decide.DecideCommand;
import exeat.tool.decide.ExplainCommand;
import exeat.tool.decide.NewPackCommand;
import exeat.tool.decide.ProveCommand;
import exeat.tool.decide.TckCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command line's entry. */
@Command(
        name = "exeat",
        description = "Decides applications to cross a border under a written directive.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main extends CommandGroup {

    private static final int WIDTH = 100;

    public static void main(String[] arguments) {
        System.exit(run(CommandIo.ofProcess(), arguments));
    }

    /** Runs one command and returns its exit status. */
    static int run(CommandIo io, String... arguments) {
        var main = new CommandLine(new Main());
        main.addSubcommand(new DecideCommand(io));
        main.addSubcommand(new ExplainCommand(io));
        main.addSubcommand(new AskCommand(io));
        main.addSubcommand(new ProveCommand(io));
        main.addSubcommand(new CompareCommand(io));
        main.addSubcommand(new ReportCommand(io));
        main.addSubcommand(new WatchCommand(io));
        main.addSubcommand(new TckCommand(io));
        main.addSubcommand(
                new CommandLine(new DirectiveCommand())
                        .addSubcommand(new DirectiveCommand.Import(io))
                        .addSubcommand(new DirectiveCommand.Drafts(io))
                        .addSubcommand(new DirectiveCommand.Show(io))
                        .addSubcommand(new DirectiveCommand.Form(io))
                        .addSubcommand(new DirectiveCommand.Lists(io))
                        .addSubcommand(new NewPackCommand(io))
                        .addSubcommand(new ImpactCommand(io)));
        main.addSubcommand(
                new CommandLine(new OfficerCommand())
                        .addSubcommand(new OfficerCommand.Add(io))
                        .addSubcommand(new OfficerCommand.Grant(io))
                        .addSubcommand(new OfficerCommand.Revoke(io))
                        .addSubcommand(new OfficerCommand.Lists(io))
                        .addSubcommand(new OfficerCommand.Deactivate(io))
                        .addSubcommand(new FactorCommand(io)));
        main.addSubcommand(UnitCommand.whole(io));
        main.addSubcommand(LedgerCommand.whole(io));
        main.addSubcommand(SealCommand.whole(io));
        main.addSubcommand(
                new CommandLine(new KeysCommand())
                        .addSubcommand(new KeysCommand.Lists(io))
                        .addSubcommand(new KeysCommand.Rotate(io))
                        .addSubcommand(new KeysCommand.Forget(io)));
        main.addSubcommand(
                new CommandLine(new ConfigCommand(io)).addSubcommand(new ConfigCommand.Check(io)));
        main.addSubcommand(WebhookCommand.whole(io));
        main.addSubcommand(
                new CommandLine(new RetentionCommand(io))
                        .addSubcommand(new RetentionCommand.Approve(io)));
        main.addSubcommand(OperatorCommand.whole(io));
        main.addSubcommand(new ErasuresCommand(io));
        main.addSubcommand(new DoctorCommand(io));
        main.addSubcommand(new AdvisoriesCommand(io));
        main.addSubcommand(new WitnessCommand(io));
        main.addSubcommand(new SignerCommand(io));
        main.addSubcommand(new RebuildCommand(io));
        main.addSubcommand(new TamperCommand(io));
        main.addSubcommand(new BackupCommand(io));
        main.addSubcommand(new RestoreCommand(io));
        main.setOut(new PrintWriter(io.out(), true, StandardCharsets.UTF_8));
        main.setErr(new PrintWriter(io.err(), true, StandardCharsets.UTF_8));
        main.setUsageHelpWidth(WIDTH);
        main.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        main.setParameterExceptionHandler((e, rest) -> misuse(io, e));
        main.setExecutionExceptionHandler((e, command, parsed) -> failed(io, e));
        var unknown = UnknownCommand.in(main, arguments);
        if (unknown.isPresent()) {
            io.err().println(unknown.get());
            return ExitStatus.FAULT;
        }
        try {
            return main.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Not an exception, so that the command line's own handler does not see it.
            io.err().println(bug(e));
            return ExitStatus.FAULT;
        }
    }

    private static int misuse(CommandIo io, ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        io.err().println(command + ": " + e.getMessage());
        io.err().println("See " + command + " --help.");
        return ExitStatus.FAULT;
    }

    /**
     * A fault in one line. Types and places alone: the message of a fault may hold what somebody
     * wrote.
     */
    private static String bug(Throwable e) {
        var places = e.getStackTrace();
        return "exeat: this is a bug in Exeat: "
                + e.getClass().getName()
                + (places.length == 0 ? "" : " at " + places[0])
                + Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
                        .map(cause -> ", from " + cause.getClass().getName())
                        .collect(Collectors.joining());
    }

    private static int failed(CommandIo io, Exception e) {
        if (e instanceof PipeClosed) {
            return ExitStatus.DONE;
        }
        if (e instanceof UsageError trouble) {
            trouble.text().lines().forEach(line -> io.err().println("exeat: " + line));
        } else {
            io.err().println(bug(e));
        }
        return ExitStatus.FAULT;
    }
}
