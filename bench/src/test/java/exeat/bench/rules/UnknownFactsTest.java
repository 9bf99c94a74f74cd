package exeat.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.bench.rules.subject.BenchSubject;
import exeat.bench.rules.subject.PossibleFindings.Substance;
import exeat.bench.rules.subject.Prc1963;
import exeat.bench.rules.subject.TablePack;
import exeat.bench.rules.subject.Workload;
import exeat.rules.source.PackException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Over unknown facts a finding stands where every way to fill them in gives it, and only there. */
class UnknownFactsTest {

    @Test
    void findings_under_the_directive_of_1963_are_those_of_all_completions() throws PackException {
        var spread =
                new UnknownFacts(Prc1963.subject(ContestantTest.root(), Workload.SEED))
                        .measure(300);
        assertThat(spread.checked()).isPositive();
        assertThat(spread.settled()).isStrictlyBetween(1.0, 99.0);
        assertThat(spread.p99()).isGreaterThanOrEqualTo(spread.median());
    }

    @Test
    void findings_under_a_table_are_those_of_all_completions() {
        var spread =
                new UnknownFacts(TablePack.subject(Workload.of(12, Workload.SEED))).measure(300);
        assertThat(spread.checked()).isPositive();
        assertThat(spread.settled()).isStrictlyBetween(1.0, 99.0);
    }

    @Test
    void a_finding_that_another_completion_changes_stops_the_bench() {
        var right = TablePack.subject(Workload.of(12, Workload.SEED));
        Function<Map<String, Object>, Set<Substance>> nothingIsUnknown =
                known -> Set.of(right.possible().apply(known).iterator().next());
        var wrong =
                new BenchSubject(
                        right.title(),
                        right.files(),
                        right.directive(),
                        right.rows(),
                        right.decisive(),
                        right.people(),
                        right.expected(),
                        nothingIsUnknown);
        assertThatThrownBy(() -> new UnknownFacts(wrong).measure(300))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("possible are");
    }
}
