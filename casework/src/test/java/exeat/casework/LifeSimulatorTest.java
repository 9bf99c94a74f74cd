package exeat.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
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
        var stages = EnumSet.noneOf(Stage.class);
        var accepted = EnumSet.noneOf(RandomCommands.Kind.class);
        for (long seed = 0; seed < LIVES; seed++) {
            var simulation = live(seed);
            stages.addAll(simulation.stages());
            accepted.addAll(simulation.accepted().keySet());
        }
        // A simulator that never gets far would find nothing wrong.
        assertThat(stages).containsExactlyInAnyOrder(Stage.values());
        assertThat(accepted).containsExactlyInAnyOrder(RandomCommands.Kind.values());
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
