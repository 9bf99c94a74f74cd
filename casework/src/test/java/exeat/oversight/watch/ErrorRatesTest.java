package exeat.oversight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.value.Watcher;
import exeat.oversight.watch.ErrorRates.Trial;
import exeat.oversight.watch.SimulatedMonths.Plant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small part of what {@link ErrorRates} measures; the larger runs are in docs/measured.md. */
@Tag("full")
class ErrorRatesTest {

    private static final int COUNTIES = 8;
    private static final long SEED = 20261125;

    private static Trial trial(double files) {
        return new Trial(COUNTIES, files, 7, Optional.of(World.DIRECTIVE));
    }

    @Test
    void honest_months_seldom_alarm() {
        var rate = ErrorRates.of(Plant.NOTHING, trial(6), 12, SEED);
        // With the stated 1 in 20, more than 3 of 12 would come once in 440 runs.
        assertThat(rate.wrong().of()).as("false alarms in 12 honest months").isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void planted_misconduct_is_found(Plant plant) {
        var rate = ErrorRates.of(plant, trial(8), 2, SEED);
        assertThat(rate.found().of()).as("found in so many of 2 months").isGreaterThanOrEqualTo(1);
        assertThat(rate.wrong().of()).as("months that accuse others").isLessThanOrEqualTo(1);
    }

    /**
     * Stricter than counting alarms, which are rare: a result expected in 1 of 20 tests comes no
     * more often.
     */
    @Test
    void each_watchers_chance_is_no_smaller_than_it_says() {
        Map<Watcher, Integer> made = new EnumMap<>(Watcher.class);
        Map<Watcher, Integer> low = new EnumMap<>(Watcher.class);
        var setting = SimulatedMonths.setting(COUNTIES, 30, Optional.empty());
        for (int month = 0; month < 15; month++) {
            var traces =
                    SimulatedMonths.of(SEED + month, COUNTIES, 6, Plant.NOTHING, Optional.empty());
            for (var test : WatchRun.tests(SimulatedMonths.until(traces, setting.now()), setting)) {
                made.merge(test.watcher(), 1, Integer::sum);
                low.merge(test.watcher(), test.chance() <= 0.05 ? 1 : 0, Integer::sum);
            }
        }
        made.forEach((watcher, n) -> {
            double most = 0.05 * n + 4 * Math.sqrt(0.05 * 0.95 * n) + 1;
            assertThat(low.getOrDefault(watcher, 0) * 1.0)
                    .as("%s: low in so many of %d honest tests, seed %d", watcher, n, SEED)
                    .isLessThanOrEqualTo(most);
        });
        assertThat(made).containsKeys(Watcher.QUOTA, Watcher.SLOWER, Watcher.UNLIKE_BURDEN);
    }
}
