package exeat.casework.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random commands by random actors, from a seed. After each one all invariants are checked, and
 * compared with a simpler model. {@code -Dexeat.seed=N} replays the life with that seed; {@code
 * -Dexeat.steps=N} plays that many steps, starting with the life of the seed. A failing life is
 * repeated with fewer and fewer steps, as long as it fails.
 */
class LifeSimulatorTest {

    private static final int LIVES = 800;
    private static final int STEPS = 80;

    @Test
    void no_sequence_of_commands_reaches_a_state_that_is_forbidden_or_that_the_model_denies() {
        long first = Long.getLong("exeat.seed", 0);
        if (System.getProperty("exeat.seed") != null && Long.getLong("exeat.steps") == null) {
            live(first);
            return;
        }
        long steps = Long.getLong("exeat.steps", (long) LIVES * STEPS);
        long lives = (steps + STEPS - 1) / STEPS;
        var stages = ConcurrentHashMap.<Stage>newKeySet();
        var accepted = ConcurrentHashMap.<Kind>newKeySet();
        var done = new AtomicLong();
        var begun = System.nanoTime();
        LongStream.range(first, first + lives)
                .parallel()
                .forEach(seed -> {
                    var simulation = live(seed);
                    stages.addAll(simulation.stages());
                    accepted.addAll(simulation.accepted().keySet());
                    done.addAndGet(simulation.accepted().values().stream().mapToInt(n -> n).sum());
                });
        if (Long.getLong("exeat.steps") != null) {
            System.out.printf(
                    "simulate: %d steps in %d lives from seed %d, %d accepted, in %d s: the model agrees%n",
                    lives * STEPS,
                    lives,
                    first,
                    done.get(),
                    (System.nanoTime() - begun) / 1_000_000_000L);
        }
        if (steps >= (long) LIVES * STEPS) {
            // A simulator that never gets far would find nothing wrong.
            assertThat(stages).containsExactlyInAnyOrder(Stage.values());
            assertThat(accepted).containsExactlyInAnyOrder(Kind.values());
        }
    }

    private static Simulation live(long seed) {
        var simulation = new Simulation(new Random(seed));
        try {
            simulation.begin();
            for (int step = 0; step < STEPS; step++) {
                simulation.step();
            }
            simulation.end();
            return simulation;
        } catch (AssertionError | RuntimeException broken) {
            var few = fewer(seed, simulation.played(), String.valueOf(broken.getMessage()));
            var told = new StringBuilder();
            few.forEach(step -> told.append("\n  ").append(step));
            System.out.printf("simulate: seed %d fails: %s%n", seed, broken.getMessage());
            throw new AssertionError(
                    "replay with -Dexeat.seed=%d (step %d, after %s); these steps are enough:%s"
                            .formatted(seed, simulation.played().size(), simulation.last(), told),
                    broken);
        }
    }

    /** Leaves out one step after the other, as long as the same thing still goes wrong. */
    private static List<Simulation.Played> fewer(
            long seed, List<Simulation.Played> all, String same) {
        var steps = new ArrayList<>(all);
        for (int at = steps.size() - 2; at >= 0; at--) {
            var without = new ArrayList<>(steps);
            without.remove(at);
            if (fails(seed, without, same)) {
                steps = without;
            }
        }
        return steps;
    }

    private static boolean fails(long seed, List<Simulation.Played> steps, String same) {
        var simulation = new Simulation(new Random(seed));
        try {
            simulation.begin();
            steps.forEach(simulation::play);
            return false;
        } catch (AssertionError | RuntimeException broken) {
            return same.equals(String.valueOf(broken.getMessage()))
                    && simulation.played().size() == steps.size();
        }
    }

    @Test
    void a_faulty_life_is_found_and_reported_in_few_steps() {
        // The same seed must give the same life; otherwise it could not be replayed.
        var once = live(7);
        var again = live(7);
        assertThat(again.played()).isEqualTo(once.played());
        // The model must reject a paper without clearances.
        var traveller = World.adult(World.ONE, "KP", new Purpose("return"), Facts.NONE);
        var model = new Model(World.application(traveller), World.YANJI_FA);
        var officer = World.officer(World.YANJI_FA);
        var authorise = new TravellerCommand.Authorise(World.CASE, World.ONE);
        assertThat(model.mustNot(officer, authorise, new World().today())).isTrue();
    }
}
