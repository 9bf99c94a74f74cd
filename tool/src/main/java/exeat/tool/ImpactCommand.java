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

/** Who would come out differently under a version that is only stored. */
@Command(
        name = "impact",
        description = {
            "Decides every decided case of a directive again under a stored version, and prints how many"
                    + " travellers would come out differently, by unit and outcome. Changes nothing, and"
                    + " suppresses figures from 1 to 4. With a file, the cases are those of the file, and each"
                    + " that would come out differently is named by its id there.",
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
                    "A version's number, the newest where several have it; or how its hash begins.")
    private String version = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description =
                    "Decide these cases instead, a line each, under the version in force and VERSION; CSV"
                            + " where its name ends so, else JSON lines; - is standard input.")
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
