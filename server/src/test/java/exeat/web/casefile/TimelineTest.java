package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.UnitChange;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.ServiceWay;
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

    private static RecordedEvent recorded(int sequence, CaseEvent event) {
        var at = Instant.parse("1963-09-02T01:00:00Z");
        return new RecordedEvent(ActionScenes.CASE, sequence, at, event);
    }

    private static RecordedEvent agreed(Optional<String> reason) {
        return recorded(
                5,
                new TravellerEvent.Seconded(
                        ActionScenes.ONE,
                        1,
                        new OfficerId("b.1"),
                        ActionScenes.HOLDER,
                        reason,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void steps_say_what_was_handed_over_and_of_the_reasons_those_that_are_shown() {
        var proposed =
                recorded(
                        3,
                        new TravellerEvent.Proposed(
                                ActionScenes.ONE,
                                1,
                                new TwoOfficerAct.Refuse(),
                                new OfficerId("a.1"),
                                ActionScenes.HOLDER,
                                "because",
                                Optional.of(14),
                                Optional.empty()));
        var first = served(4, day(2));
        var second = served(6, day(20));
        var all = List.of(proposed, first, agreed(Optional.of("I read it.")), second);
        for (var language : PageTexts.LANGUAGES) {
            var words = PageTexts.of(language);
            var timeline = new Timeline(ActionScenes.terms(words), words);
            var refusal = words.say("decision.refusal");
            var one = words.say("event.Seconded.first", "because");
            var other = words.say("event.Seconded.second", "I read it.");
            var steps = timeline.steps(List.of(first, all.get(2), second), all).steps();
            assertThat(steps.getLast().detail())
                    .contains(words.say("hearing.proposal", refusal), words.day(day(2)));
            assertThat(steps.get(1).detail()).isEqualTo(one + " · " + other);
            assertThat(steps.getFirst().detail())
                    .startsWith(refusal + " · ")
                    .endsWith(words.day(day(20)));
            assertThat(
                            timeline.steps(List.of(agreed(Optional.of("I read it."))))
                                    .steps()
                                    .getFirst()
                                    .detail())
                    .as("nothing stands for a reason that is not shown")
                    .isEqualTo(other);
            assertThat(timeline.steps(List.of(agreed(Optional.of("")))).steps().getFirst().detail())
                    .isEmpty();
        }
    }

    private static LocalDate day(int day) {
        return LocalDate.of(1963, 9, day);
    }

    private static RecordedEvent served(int sequence, LocalDate on) {
        return recorded(
                sequence,
                new TravellerEvent.Served(
                        ActionScenes.ONE,
                        1,
                        ServiceWay.COUNTER,
                        on,
                        Optional.of(new OfficerId("a.1")),
                        Optional.of(ActionScenes.HOLDER)));
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
