package exeat.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.OfficerId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An officer cannot try one date of birth after another. */
class SearchBudgetTest {

    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private final SearchBudget budget = new SearchBudget(() -> now);

    @Test
    void an_hour_has_so_many_searches_for_each_officer() {
        var one = new OfficerId("one");
        for (int n = 0; n < SearchBudget.SEARCHES; n++) {
            assertThat(budget.spend(one)).isTrue();
            now = now.plusSeconds(1);
        }
        assertThat(budget.spend(one)).isFalse();
        assertThat(budget.spend(new OfficerId("two"))).as("another officer").isTrue();
        now = now.plus(Duration.ofMinutes(58));
        assertThat(budget.spend(one)).as("within the hour").isFalse();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(budget.spend(one)).isTrue();
    }
}
