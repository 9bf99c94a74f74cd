package exeat.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.Stage;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.queue.QueueRow;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.ActionScenes;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotForThisOfficerTest {

    private static final LocalDate TODAY = LocalDate.of(1963, 9, 20);

    private static QueueRow row(String task, Optional<LocalDate> heard) {
        return new QueueRow(
                new CaseId(new UUID(0, 1)),
                "7K2M-93QF",
                new TravellerNo(2),
                "Kim A",
                Optional.empty(),
                Optional.of(Stage.REFERRED),
                task,
                new AuthorityId("jl-yanji-fa"),
                ActionScenes.NOW,
                Optional.empty(),
                heard);
    }

    @Test
    void each_row_says_why_nobody_agrees_until_when_and_opens_the_right_person() {
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            var rows = new NotForThisOfficer(ActionScenes.terms(words), words, TODAY);
            var last = TODAY.plusDays(3);
            assertThat(rows.why(row("second", Optional.of(last))))
                    .isEqualTo(words.say("queue.second.heard", words.day(last)))
                    .contains(words.day(last));
            assertThat(rows.why(row("second", Optional.of(TODAY))))
                    .as("the last day is theirs")
                    .contains(words.day(TODAY));
            assertThat(rows.why(row("second", Optional.of(TODAY.minusDays(1)))))
                    .isEqualTo(words.say("queue.second.other"));
            assertThat(rows.why(row("hearing", Optional.empty())))
                    .isEqualTo(words.say("queue.second.first"));
            var table = rows.table(List.of(row("second", Optional.empty())));
            assertThat(table.caption()).isEqualTo(words.say("queue.second.later"));
            assertThat(table.rows().getFirst().getFirst().href()).endsWith("?person=2");
        }
    }
}
