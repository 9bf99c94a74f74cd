package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.view.Timeline;
import exeat.web.kit.PageTexts;
import exeat.web.kit.UnitNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    private static final AuthorityId TUMEN = new AuthorityId("jl-tumen-fa");

    private static UnitNames ending(UnitChange end) {
        return new UnitNames() {
            @Override
            public Optional<String> name(
                    Directive directive,
                    AuthorityId unit,
                    Optional<LocalDate> day,
                    String language) {
                return Optional.of(unit + " on " + day.orElseThrow());
            }

            @Override
            public Optional<UnitChange> ending(AuthorityId unit) {
                return Optional.of(end).filter(one -> one.unit().equals(unit));
            }
        };
    }

    private static String told(PageTexts words, CaseEvent.HandedOver over) {
        var at = Instant.parse("2026-12-01T09:00:00Z");
        var history = List.of(new RecordedEvent(ActionScenes.CASE, 3, at, over));
        return new Timeline(ActionScenes.terms(words), words)
                .steps(history)
                .steps()
                .getFirst()
                .detail();
    }

    @Test
    void work_that_went_on_from_a_merged_or_closed_unit_says_so() {
        var from = LocalDate.of(2026, 12, 1);
        var unit = ActionScenes.HOLDER;
        var over = new CaseEvent.HandedOver(unit, TUMEN, Optional.empty(), "");
        var moved =
                new CaseEvent.HandedOver(
                        unit, TUMEN, Optional.of(new OfficerId("a.1")), "Too many files.");
        for (var language : PageTexts.LANGUAGES) {
            var own = PageTexts.of(language);
            var merged = own.with(ending(new UnitChange.Merged(unit, TUMEN, from)));
            var day = " on 2026-12-01";
            assertThat(told(merged, over))
                    .isEqualTo(
                            TUMEN
                                    + day
                                    + " · "
                                    + own.say(
                                            "event.HandedOver.merged",
                                            unit + day,
                                            TUMEN + day,
                                            own.day(from)));
            assertThat(told(own.with(ending(new UnitChange.Closed(unit, from))), over))
                    .isEqualTo(
                            TUMEN
                                    + day
                                    + " · "
                                    + own.say(
                                            "event.HandedOver.closed", unit + day, own.day(from)));
            var later = own.with(ending(new UnitChange.Closed(unit, from.plusDays(1))));
            assertThat(told(later, over)).isEqualTo(TUMEN + day);
            assertThat(told(merged, moved)).isEqualTo(TUMEN + day + " · Too many files.");
        }
    }
}
