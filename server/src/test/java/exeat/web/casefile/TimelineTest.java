package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.web.casefile.view.Timeline;
import exeat.web.kit.PageTexts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void what_a_person_replied_to_a_correction_is_read_in_the_history() {
        var at = Instant.parse("2026-12-01T09:00:00Z");
        var replied =
                new TravellerEvent.Responded(ActionScenes.ONE, "My mother was born in Hoeryong.");
        var history = List.of(new RecordedEvent(ActionScenes.CASE, 3, at, replied));
        for (var language : PageTexts.LANGUAGES) {
            var words = PageTexts.of(language);
            assertThat(new Timeline(ActionScenes.terms(words), words).steps(history).steps())
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.detail()).isEqualTo("My mother was born in Hoeryong.");
                        assertThat(step.title()).isEqualTo(words.say("event.Responded"));
                    });
        }
    }
}
