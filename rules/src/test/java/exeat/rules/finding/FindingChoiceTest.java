package exeat.rules.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of several whole findings a person gets, and when the person chooses. */
class FindingChoiceTest {

    private static final Finding PLAIN = finding("local", 1, 180);
    private static final Finding LIGHTER = finding("above", 0, 180);
    private static final Finding SHORTER = finding("top", 0, 90);

    @Test
    void one_finding_is_settled() {
        assertThat(FindingChoice.of(List.of(PLAIN)).settled()).contains(PLAIN);
        assertThatThrownBy(() -> FindingChoice.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_finding_that_is_as_good_as_every_other_is_given_whichever_place_it_has() {
        assertThat(FindingChoice.of(List.of(PLAIN, LIGHTER, SHORTER)).settled()).contains(LIGHTER);
        assertThat(FindingChoice.of(List.of(SHORTER, PLAIN, LIGHTER)).settled()).contains(LIGHTER);
        assertThat(FindingChoice.of(List.of(LIGHTER, SHORTER, PLAIN)).settled()).contains(LIGHTER);
    }

    @Test
    void of_equally_good_findings_the_first_is_given() {
        var same = finding("above", 1, 180);
        assertThat(FindingChoice.of(List.of(PLAIN, same)).settled()).contains(PLAIN);
        assertThat(FindingChoice.of(List.of(same, PLAIN)).settled()).contains(same);
    }

    @Test
    void where_each_is_better_in_some_way_the_person_chooses() {
        var choice = FindingChoice.of(List.of(PLAIN, SHORTER, finding("far", 2, 90)));
        assertThat(choice.settled()).isEmpty();
        assertThat(choice.findings()).containsExactly(PLAIN, SHORTER);
    }

    private static Finding finding(String directive, int appearances, int validityDays) {
        return new Finding(
                new DirectiveRef(directive, "1", "0".repeat(64)),
                Outcome.APPROVE_IN_GENERAL,
                Optional.empty(),
                new Purpose("settle"),
                List.of("A"),
                new Burden(
                        List.of(),
                        List.of(),
                        BigDecimal.ZERO,
                        appearances,
                        30,
                        validityDays,
                        false,
                        0,
                        Optional.empty(),
                        List.of()),
                List.of(),
                Facts.NONE,
                List.of(),
                List.of(),
                List.of());
    }
}
