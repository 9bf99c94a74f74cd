package exeat.tool.office;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.ErrorRates;
import exeat.oversight.watch.ErrorRates.Count;
import exeat.oversight.watch.ErrorRates.Rate;
import exeat.oversight.watch.ErrorRates.Trial;
import exeat.oversight.watch.SimulatedMonths.Plant;
import exeat.oversight.watch.WatchRun;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.PackLocator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of simulated months, as text. */
public final class WatchText {

    private WatchText() {}

    /** The requested simulation. */
    public record SimulationRequest(
            int months, long seed, int units, int files, int every, String directive) {}

    /** Simulates and prints; returns whether false alarms are no more frequent than promised. */
    public static boolean run(CommandIo io, SimulationRequest asked) throws IOException {
        var trial =
                new Trial(
                        asked.units(),
                        asked.files(),
                        asked.every(),
                        Optional.of(PackLocator.read(asked.directive())));
        io.print(head(trial, asked.directive(), asked.months(), asked.seed()));
        var honest = ErrorRates.of(Plant.NOTHING, trial, asked.months(), asked.seed());
        io.print(honest(honest));
        for (var plant : Plant.values()) {
            if (plant != Plant.NOTHING) {
                io.print(planted(ErrorRates.of(plant, trial, asked.months(), asked.seed())));
            }
        }
        return honest.wrong().atLeast() <= WatchRun.PER_MONTH;
    }

    private static String head(Trial trial, String directive, int months, long seed) {
        return String.format(
                Locale.ROOT,
                "%d units of one kind, on average %.0f applications a day for each, a check"
                        + " every %s from day 9 to day 30.%nPractices are compared with %s. %d months"
                        + " of each kind, seed %d.%n%n",
                trial.counties(),
                trial.files(),
                trial.every() == 1 ? "day" : trial.every() + " days",
                directive,
                months,
                seed);
    }

    private static String honest(Rate rate) {
        return String.format(
                Locale.ROOT,
                "Honest months%n  with a false alarm       %s; promised: at most %.0f%%%n "
                        + " checks with one          %s%n  such months by watcher   %s%n%nPlanted in"
                        + " one unit, and found there%n",
                count(rate.wrong()),
                100 * WatchRun.PER_MONTH,
                count(rate.wrongLooks()),
                by(rate.byWatcher(), true));
    }

    private static String planted(Rate rate) {
        var finders =
                ErrorRates.finders(rate.plant()).stream()
                        .sorted()
                        .map(WatchText::word)
                        .collect(Collectors.joining(" or "));
        return String.format(
                Locale.ROOT,
                "  %s%n    by %s: %s%n    all watchers that raised an alarm on it: %s%n"
                        + "    months with an alarm on another unit: %s%n",
                words(rate.plant()),
                finders,
                count(rate.found()),
                by(rate.byWatcher(), false),
                count(rate.wrong()));
    }

    private static String words(Plant plant) {
        return switch (plant) {
            case NOTHING -> "nothing";
            case CAP -> "a cap: a quarter fewer papers a day than it has work for, and never more";
            case SLOWER -> "a slow-down: three times as long in the last week";
            case UNLIKE_DAYS -> "twice as long as the others, all month";
            case DEMAND -> "a demand: a third of the people who return are asked for more";
            case PRACTICE ->
                    "a practice: four in five people who return must bring a letter"
                            + " about their relations";
            case PRACTICE_OF_SOME ->
                    "a practice: four in five people with one certain fact must bring that letter";
            case RUBBER_STAMP -> "a rubber stamp: the second officer always agrees at once";
            case PILE -> "a pile: one case in ten is left lying";
        };
    }

    private static String by(Map<Watcher, Count> counts, boolean zeros) {
        return Arrays.stream(Watcher.values())
                .filter(watcher -> zeros || of(counts, watcher) > 0)
                .map(watcher -> word(watcher) + " " + of(counts, watcher))
                .collect(Collectors.joining(", "));
    }

    private static int of(Map<Watcher, Count> counts, Watcher watcher) {
        return counts.getOrDefault(watcher, new Count(0, 1)).of();
    }

    private static String word(Watcher watcher) {
        return watcher.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(Count count) {
        return String.format(
                Locale.ROOT,
                "%d of %d, %.1f%% (95%%: %.1f%% to %.1f%%)",
                count.of(),
                count.all(),
                100 * count.share(),
                100 * count.atLeast(),
                100 * count.atMost());
    }
}
