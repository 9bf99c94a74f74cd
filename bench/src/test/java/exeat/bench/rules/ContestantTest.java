package exeat.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Every engine answers as the reference does, or the bench stops. */
class ContestantTest {

    @Test
    void every_engine_answers_as_the_reference_does_over_twelve_rules() {
        var workload = Workload.of(12, Workload.SEED);
        for (var contestant : Contestant.values()) {
            var loaded = LoadedEngine.load(contestant, workload, 100);
            assertThat(loaded.checked()).as(contestant.title()).isPositive();
            loaded.engine().close();
        }
    }

    @Test
    void our_engines_answer_as_the_reference_does_over_two_thousand_rules() {
        var workload = Workload.of(2000, Workload.SEED + 1);
        for (var contestant : Contestant.values()) {
            if (contestant.ours() && contestant.takes(2000)) {
                var loaded = LoadedEngine.load(contestant, workload, Integer.MAX_VALUE);
                assertThat(loaded.checked()).isEqualTo(workload.cases().size());
            }
        }
    }

    @Test
    void an_engine_that_disagrees_stops_the_bench() {
        var asked = Workload.of(12, Workload.SEED);
        var other = Workload.of(12, Workload.SEED + 1);
        var wrong = new Workload(asked.rows(), asked.cases(), other.expected());
        assertThatThrownBy(() -> LoadedEngine.load(Contestant.EXEAT, wrong, 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Exeat answers case");
    }
}
