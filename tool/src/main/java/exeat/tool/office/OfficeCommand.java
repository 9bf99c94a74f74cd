package exeat.tool.office;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that opens an office: which one, and how it answers. */
public abstract class OfficeCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Mixin private DataOptions options;

    protected OfficeCommand(CommandIo io) {
        this.io = io;
        options = new DataOptions(io.clock());
    }

    protected final CommandIo io() {
        return io;
    }

    /** Which office, as it was typed. */
    protected final DataOptions options() {
        return options;
    }

    /** Says on standard error that this is training, beside the output that programs may read. */
    protected final void tellTraining() {
        io.err().print(TrainingNotice.of(options.setup().data()));
    }

    /** Prints what was asked for, and is done. */
    protected final int print(String text) throws IOException {
        io.print(text);
        return ExitStatus.DONE;
    }

    /** Says in which office it was done if there is no reason against it; otherwise the reason. */
    protected final int answer(String why) throws IOException {
        return why.isEmpty()
                ? print("Done, in the office of %s%n".formatted(options.setup().place()))
                : negative(why);
    }

    /** Says why it is not done. */
    protected final int negative(String why) {
        io.err().println("exeat: " + why);
        return ExitStatus.NEGATIVE;
    }
}
