package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.web.casefile.ActionScenes;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.ServiceActions;
import exeat.web.component.LocalizedText;
import exeat.web.kit.PageTexts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person reads and is asked of a hold, while it stands and after it. */
class HoldTextsTest {

    private static List<CaseActionKind> offered(TravellerState state, PageTexts words) {
        var actions =
                new PartyActions(
                        state,
                        new Actor.Party(ActionScenes.CASE, ActionScenes.ONE),
                        ActionScenes.terms(words),
                        words,
                        ActionScenes.NOW,
                        Optional.empty());
        return actions.all().stream().map(action -> action.kind()).toList();
    }

    /** What the notice of the decision says. */
    private static List<String> notices(TravellerState state, PageTexts words) {
        var decided = state.proposals().getFirst();
        return new DecisionNotices(ActionScenes.terms(words), words)
                        .rows(
                                decided,
                                decided.notice().orElseThrow(),
                                ServiceActions.ended(state, decided))
                        .stream()
                        .flatMap(row -> row.values().stream())
                        .map(LocalizedText::text)
                        .toList();
    }

    @Test
    void while_it_stands_nothing_sounds_as_if_the_journey_went_on() {
        for (var lang : PageTexts.LANGUAGES) {
            var words = PageTexts.of(lang);
            for (var stage : List.of(Stage.APPROVED, Stage.AUTHORISED)) {
                var state = ActionScenes.held(stage, Optional.empty());
                assertThat(HoldTexts.stands(state, words, ""))
                        .isEqualTo(words.say("held." + stage))
                        .isNotEqualTo(words.say("stage." + stage));
                assertThat(offered(state, words))
                        .contains(CaseActionKind.APPEAL, CaseActionKind.CONFIRM_RECEIPT);
                assertThat(notices(state, words)).contains(words.say("notice.no-end"));
            }
            var referred = ActionScenes.held(Stage.REFERRED, Optional.empty());
            assertThat(HoldTexts.stands(referred, words, ""))
                    .isEqualTo(words.say("stage.REFERRED"));
        }
    }

    @Test
    void once_it_ended_nobody_is_told_to_appeal_or_to_confirm_it() {
        for (var lang : PageTexts.LANGUAGES) {
            var words = PageTexts.of(lang);
            var state = ActionScenes.held(Stage.APPROVED, Optional.of(ActionScenes.NOW));
            var zone = ActionScenes.terms(words).directive().vocabulary().zone();
            var ended = words.day(ActionScenes.NOW.atZone(zone).toLocalDate());
            assertThat(HoldTexts.stands(state, words, "")).isEqualTo(words.say("stage.APPROVED"));
            assertThat(offered(state, words))
                    .doesNotContain(
                            CaseActionKind.APPEAL,
                            CaseActionKind.CONFIRM_RECEIPT,
                            CaseActionKind.DISPUTE_SERVICE);
            assertThat(notices(state, words))
                    .contains(words.say("notice.ended", ended))
                    .doesNotContain(words.say("notice.no-end"));
        }
    }
}
