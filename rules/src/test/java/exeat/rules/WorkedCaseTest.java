package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.finding.Outcome;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of nobody that a directive works out itself. */
class WorkedCaseTest {

    private static Directive read(String pack) throws PackException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Pack.read(Path.of(root, "directives", pack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc-1963", "eu-2003-86"})
    void a_pack_has_cases_of_each_outcome_and_the_same_ones_always(String pack) throws Exception {
        var directive = read(pack);
        var cases = directive.workedCases();
        assertThat(cases).hasSizeGreaterThan(5);
        assertThat(cases).extracting(one -> one.finding().outcome()).contains(Outcome.REFER);
        assertThat(cases)
                .extracting(one -> one.finding().outcome())
                .containsAnyOf(Outcome.APPROVE_ALWAYS, Outcome.APPROVE_IN_GENERAL);
        assertThat(new HashSet<>(cases.stream().map(WorkedCase::id).toList())).hasSameSizeAs(cases);
        for (var one : cases) {
            assertThat(directive.decide(one.facts())).isEqualTo(one.finding());
            assertThat(one.finding().grounds()).isNotEmpty();
        }
        assertThat(WorkedCase.of(read(pack))).isEqualTo(cases);
    }

    @Test
    void every_paragraph_that_carries_an_approval_is_asked_about() throws Exception {
        var asked =
                read("prc-1963").workedCases().stream()
                        .flatMap(one -> one.finding().grounds().stream())
                        .map(ground -> ground.paragraph().number())
                        .toList();
        assertThat(asked).containsAll(List.of("2.1", "2.3", "3.1", "0"));
    }
}
