package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.SimulatedMonths.Plant;
import exeat.rules.Directive;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often the watchers are wrong and how much they find, measured on simulated months. */
public final class ErrorRates {

    /** From this day on there is something to see. */
    private static final int FIRST_LOOK = 9;

    private static final int LAST_LOOK = 30;

    /** How often an interval of {@link Count} misses the true share. */
    private static final double MISSES = 0.05;

    private ErrorRates() {}

    /**
     * The simulated setting and how often it is checked.
     *
     * @param counties how many units of one kind there are
     * @param files how many come in a day to a county, in the mean
     * @param every looks are taken every so many days; the clock of an office takes one a day
     * @param directive against which practices are proved; without one none is
     */
    public record Trial(int counties, double files, int every, Optional<Directive> directive) {}

    /** A count out of a total. */
    public record Count(int of, int all) {

        public double share() {
            return all == 0 ? 0 : (double) of / all;
        }

        /** The lower end of the exact 95% interval for the share. */
        public double atLeast() {
            return of == 0 ? 0 : ExactDistributions.shareAtLeast(all, of, MISSES / 2);
        }

        /** The upper end. */
        public double atMost() {
            return of == all ? 1 : ExactDistributions.shareAtMost(all, of, MISSES / 2);
        }
    }

    /**
     * The counts.
     *
     * @param found months in which an intended watcher found the planted misconduct in the right
     *     county
     * @param wrong months with any alarm about a county that did nothing
     * @param wrongLooks looks with any such alarm
     * @param byWatcher months in which this watcher alarmed about the county that did it; in honest
     *     months, about any
     */
    public record Rate(
            Plant plant,
            Count found,
            Count wrong,
            Count wrongLooks,
            Map<Watcher, Count> byWatcher) {
        public Rate {
            byWatcher = Map.copyOf(byWatcher);
        }
    }

    /**
     * Simulates months from this seed; the same seed gives the same months.
     *
     * @param months how many, at least one
     */
    public static Rate of(Plant plant, Trial trial, int months, long seed) {
        int found = 0;
        int wrong = 0;
        int looks = 0;
        int wrongLooks = 0;
        var by = new EnumMap<Watcher, Integer>(Watcher.class);
        var proofs = trial.directive().map(PracticeProofs::new);
        for (int month = 0; month < months; month++) {
            var traces =
                    SimulatedMonths.of(
                            seed + month * 7919L,
                            trial.counties(),
                            trial.files(),
                            plant,
                            trial.directive());
            var said = EnumSet.noneOf(Watcher.class);
            int missed = 0;
            for (int day = FIRST_LOOK; day <= LAST_LOOK; day += trial.every()) {
                looks++;
                var setting = SimulatedMonths.setting(trial.counties(), day, proofs);
                missed += look(plant, setting, traces, said) ? 1 : 0;
            }
            said.forEach(watcher -> by.merge(watcher, 1, Integer::sum));
            found += finders(plant).stream().anyMatch(said::contains) ? 1 : 0;
            wrong += missed > 0 ? 1 : 0;
            wrongLooks += missed;
        }
        var byWatcher = new EnumMap<Watcher, Count>(Watcher.class);
        for (var watcher : Watcher.values()) {
            byWatcher.put(watcher, new Count(by.getOrDefault(watcher, 0), months));
        }
        return new Rate(
                plant,
                new Count(found, months),
                new Count(wrong, months),
                new Count(wrongLooks, looks),
                byWatcher);
    }

    /**
     * Whether an honest county gets an alarm; also collects the watchers that found the dishonest
     * one.
     */
    private static boolean look(
            Plant plant, WatchContext setting, CaseTraces traces, Set<Watcher> said) {
        boolean wrong = false;
        for (var sighting :
                WatchRun.look(SimulatedMonths.until(traces, setting.now()), setting).sightings()) {
            boolean honest = plant == Plant.NOTHING;
            if (honest || sighting.unit().equals(SimulatedMonths.unit(0))) {
                said.add(sighting.watcher());
            }
            wrong |= honest || !sighting.unit().equals(SimulatedMonths.unit(0));
        }
        return wrong;
    }

    /** The watchers that are meant to find the planted misconduct. */
    public static Set<Watcher> finders(Plant plant) {
        return switch (plant) {
            case NOTHING -> Set.of();
            case CAP -> Set.of(Watcher.QUOTA);
            case SLOWER -> Set.of(Watcher.SLOWER, Watcher.UNLIKE_DAYS);
            case UNLIKE_DAYS -> Set.of(Watcher.UNLIKE_DAYS);
            case DEMAND -> Set.of(Watcher.UNLIKE_BURDEN);
            case PRACTICE, PRACTICE_OF_SOME -> Set.of(Watcher.PRACTICE);
            case RUBBER_STAMP -> Set.of(Watcher.RUBBER_STAMP);
            case PILE -> Set.of(Watcher.PILE);
        };
    }
}
