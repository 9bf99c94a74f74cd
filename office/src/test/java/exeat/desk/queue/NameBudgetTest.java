package exeat.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.queue.NameBudget.Showing;
import exeat.rules.authority.UnitFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists show one officer so many names an hour. */
class NameBudgetTest {

    private static final TravellerNo ONE = new TravellerNo(1);

    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private final NameBudget budget = new NameBudget(() -> now);

    private static Session officer(String id) {
        var actor =
                new Actor.Officer(
                        new OfficerId(id),
                        Town.YANJI_FA,
                        new UnitFunction("foreign affairs"),
                        true,
                        false,
                        Actor.Duty.NONE);
        return new Session("token", actor, "Kim", Instant.MAX);
    }

    private static CaseId id(int n) {
        return new CaseId(new UUID(0, n));
    }

    @Test
    void after_the_limit_no_new_names_are_shown_until_an_hour_has_passed() {
        var kim = officer("kim");
        for (int n = 0; n < NameBudget.NAMES; n++) {
            assertThat(budget.show(kim, id(n), ONE)).isEqualTo(Showing.FRESH);
            assertThat(budget.show(kim, id(n), ONE)).isEqualTo(Showing.AGAIN);
        }
        assertThat(budget.show(kim, id(-1), ONE)).isEqualTo(Showing.WITHHELD);
        assertThat(budget.show(kim, id(7), ONE)).as("shown before").isEqualTo(Showing.AGAIN);
        assertThat(budget.show(officer("han"), id(-1), ONE)).isEqualTo(Showing.FRESH);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(budget.show(kim, id(-1), ONE)).isEqualTo(Showing.FRESH);
    }
}
