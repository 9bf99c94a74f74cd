package exeat.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.bench.rules.subject.BenchSubject;
import exeat.bench.rules.subject.Prc1963;
import exeat.bench.rules.subject.TablePack;
import exeat.bench.rules.subject.Workload;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every engine says what the reference says, or the bench stops. */
@Tag("full")
class ContestantTest {

    @Test
    void every_engine_agrees_with_the_reference_on_twelve_rules() {
        var subject = TablePack.subject(Workload.of(12, Workload.SEED));
        for (var contestant : Contestant.values()) {
            var loaded = LoadedEngine.load(contestant, subject);
            for (var input : Input.values()) {
                assertThat(loaded.checked(subject, input, 100).cases())
                        .as(contestant.title())
                        .isPositive();
            }
            loaded.engine().close();
        }
    }

    @Test
    void our_engines_agree_with_the_reference_on_two_thousand_rules() {
        all(TablePack.subject(Workload.of(2000, Workload.SEED + 1)));
    }

    @Test
    void the_hand_written_program_and_the_pack_of_1963_agree() throws PackException {
        all(Prc1963.subject(root(), Workload.SEED));
    }

    private static void all(BenchSubject subject) {
        for (var contestant : Contestant.values()) {
            if (contestant.ours() && contestant.takes(subject)) {
                var loaded = LoadedEngine.load(contestant, subject);
                for (var input : Input.values()) {
                    var run = loaded.checked(subject, input, Integer.MAX_VALUE);
                    assertThat(run.cases()).isEqualTo(subject.people().size());
                    assertThat(run.engine().pass(0, 100)).isPositive();
                }
            }
        }
    }

    @Test
    void an_engine_that_disagrees_stops_the_bench() {
        var asked = TablePack.subject(Workload.of(12, Workload.SEED));
        var other = TablePack.subject(Workload.of(12, Workload.SEED + 1));
        var wrong =
                new BenchSubject(
                        asked.title(),
                        asked.files(),
                        asked.directive(),
                        asked.rows(),
                        asked.decisive(),
                        asked.people(),
                        other.expected(),
                        asked.possible());
        for (var contestant : new Contestant[] {Contestant.EXEAT, Contestant.OPENL}) {
            var loaded = LoadedEngine.load(contestant, wrong);
            assertThatThrownBy(() -> loaded.checked(wrong, Input.READY, 100))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(contestant.title() + " says of person");
        }
    }

    static Path root() {
        return Path.of(System.getProperty("exeat.root", ".."));
    }
}
