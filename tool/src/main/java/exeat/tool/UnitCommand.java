package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.UnitClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register of units. */
@Command(
        name = "unit",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists the units of the office and what became of each. Administrators change them on"
                        + " the site, two for each change.")
final class UnitCommand extends CommandGroup {

    static CommandLine whole(CommandIo io) {
        return new CommandLine(new UnitCommand())
                .addSubcommand(new Lists(io))
                .addSubcommand(new History(io));
    }

    /** Lists the units as they are on a day. */
    @Command(
            name = "list",
            description = {
                "Lists every unit with its name, the unit above it and whether it is open, as on a"
                        + " day.",
                ""
            },
            footer = {"", "Exit status: 0 listed, 2 misuse or a fault."})
    static final class Lists extends OfficeCommand {

        @Option(
                names = "--on",
                paramLabel = "DAY",
                description = "The day, such as 2026-03-01. Without it today.")
        private @Nullable LocalDate day;

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(UnitClient.list(options(), Optional.ofNullable(day)));
        }
    }

    /** Prints what became of one unit. */
    @Command(
            name = "history",
            description = {
                "Prints when a unit came into the register, and every change of it: from which day,"
                        + " why, and which two administrators made it.",
                ""
            },
            footer = {"", "Exit status: 0 printed, 1 no such unit, 2 misuse or a fault."})
    static final class History extends OfficeCommand {

        @Parameters(paramLabel = "UNIT", description = "The unit's id; see unit list.")
        private String unit = "";

        History(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var text = UnitClient.history(options(), unit);
            return text.isEmpty()
                    ? negative("no unit " + unit + "; see exeat unit list")
                    : print(text);
        }
    }
}
