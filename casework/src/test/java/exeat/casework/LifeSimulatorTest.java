package exeat.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random commands by random actors, seeded: after each one everything that must always hold is
 * looked at. {@code -Dexeat.seed=N} replays the life with that seed.
 */
class LifeSimulatorTest {

    private static final int LIVES = 3_000;
    private static final int STEPS = 80;

    @Test
    void no_sequence_of_commands_reaches_a_state_that_is_forbidden() {
        var replay = Long.getLong("exeat.seed");
        if (replay != null) {
            live(replay);
            return;
        }
        for (long seed = 0; seed < LIVES; seed++) {
            live(seed);
        }
    }

    @Test
    void the_random_lives_reach_every_stage_and_every_kind_of_command() {
        var stages = EnumSet.noneOf(Stage.class);
        var accepted = new EnumMap<RandomCommands.Kind, Integer>(RandomCommands.Kind.class);
        for (long seed = 0; seed < 1_000; seed++) {
            var simulation = live(seed);
            stages.addAll(simulation.stages());
            simulation.accepted().forEach((kind, n) -> accepted.merge(kind, n, Integer::sum));
        }

        assertThat(stages).containsExactlyInAnyOrder(Stage.values());
        assertThat(accepted.keySet()).containsExactlyInAnyOrder(RandomCommands.Kind.values());
        assertThat(Map.copyOf(accepted)).allSatisfy((_, n) -> assertThat(n).isPositive());
    }

    private static Simulation live(long seed) {
        var simulation = new Simulation(new Random(seed));
        int step = 0;
        try {
            simulation.begin();
            for (; step < STEPS; step++) {
                simulation.step();
            }
            simulation.end();
            return simulation;
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "replay with -Dexeat.seed=%d (step %d, after %s)"
                            .formatted(seed, step, simulation.last()),
                    broken);
        }
    }
}
