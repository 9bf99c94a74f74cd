package exeat.tool;

import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.decide.CaseComparison;
import exeat.tool.decide.CompareText;
import exeat.tool.office.ImpactText;
import exeat.tool.office.OfficeCommand;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who would get a different finding under a stored version. */
@Command(
        name = "impact",
        description = {
            "Decides every decided case of a directive again under a stored version, and prints"
                    + " how many travellers would get a different finding, by unit and outcome."
                    + " Changes nothing, and suppresses figures from 1 to 4. With a file, decides"
                    + " the cases in the file instead and lists the id of each that would get a"
                    + " different finding.",
            ""
        },
        footer = {"", "Exit status: 0 printed, 1 no such version, 2 misuse or a fault."})
final class ImpactCommand extends OfficeCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "Such as prc-1963.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "VERSION",
            description =
                    "A version's number (the newest if several have it), or the start of its"
                            + " hash.")
    private String version = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description =
                    "Decide these cases instead, one a line, under the version in force and under"
                            + " VERSION. CSV if the name ends in .csv, otherwise JSON lines; - is"
                            + " standard input.")
    private @Nullable String cases;

    ImpactCommand(CommandIo io) {
        super(io);
    }

    @Override
    public Integer call() throws IOException {
        return cases == null ? ofDatabase() : ofFile(cases);
    }

    private int ofDatabase() throws IOException {
        var text = ImpactText.of(options(), id, version);
        if (text.isEmpty()) {
            return none();
        }
        return print(text);
    }

    private int ofFile(String file) throws IOException {
        var versions = ImpactText.versions(options(), id, version);
        if (versions.isEmpty()) {
            return none();
        }
        try (var out = new BufferedOutputStream(io().out());
                var report = new CompareText(out, versions.get())) {
            new CaseComparison(versions.get(), io(), file).compare(report, file.endsWith(".csv"));
        }
        return ExitStatus.DONE;
    }

    private int none() {
        return negative("no version " + version + " of " + id + "; see directive show");
    }
}
