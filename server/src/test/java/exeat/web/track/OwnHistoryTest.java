package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.TravellerEvent;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Warnings between offices are no news; what decides about the person is. */
class OwnHistoryTest {

    private static final TravellerNo ONE = new TravellerNo(1);
    private static final OfficerId FIRST = new OfficerId("jl-yanji-fa-1");

    @Test
    void what_offices_do_among_themselves_is_apart_from_the_news() {
        var unit = new AuthorityId("jl-yanji-fa");
        var due = LocalDate.of(2026, 12, 1);
        assertThat(OwnHistory.isNews(new TravellerEvent.Warned(ONE, "decide", "", unit, unit, due)))
                .isFalse();
        assertThat(OwnHistory.isNews(new TravellerEvent.Declined(ONE, 1, FIRST, "a reason")))
                .isFalse();
        assertThat(
                        OwnHistory.isNews(
                                new TravellerEvent.Refused(
                                        ONE, FIRST, new OfficerId("jl-yanji-fa-2"), "a reason")))
                .isTrue();
        assertThat(OwnHistory.isNews(new TravellerEvent.Withdrawn(ONE))).isTrue();
    }
}
