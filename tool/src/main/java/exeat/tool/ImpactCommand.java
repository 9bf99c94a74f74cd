package exeat.tool;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who would come out differently under a version that is only stored. */
@Command(
        name = "impact",
        description = {
            "Decides every decided case of a directive again under a stored version, and prints how many"
                    + " travellers would come out differently, by unit and outcome. Changes nothing, and"
                    + " suppresses figures from 1 to 4.",
            ""
        },
        footer = {"", "Exit status: 0 printed, 1 no such version, 2 misuse or a fault."})
final class ImpactCommand extends Helpful implements Callable<Integer> {

    private final Io io;

    @Parameters(index = "0", paramLabel = "ID", description = "Such as prc-1963.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "VERSION",
            description =
                    "A version's number, the newest where several have it; or how its hash begins.")
    private String version = "";

    @Mixin private DataOptions options;

    ImpactCommand(Io io) {
        this.io = io;
        options = new DataOptions();
    }

    @Override
    public Integer call() throws IOException {
        var text = ImpactText.of(options, id, version);
        if (text.isEmpty()) {
            io.err().println("exeat: no version " + version + " of " + id + "; see directive show");
            return Main.NEGATIVE;
        }
        io.print(text);
        return Main.DONE;
    }
}
