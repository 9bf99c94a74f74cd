package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.Stage;
import exeat.web.casefile.ActionScenes;
import exeat.web.casefile.ActionScenes.Scene;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.PageTexts;
import org.junit.jupiter.api.Test;

/** What a person reads of what offices ask of their time. */
class AppearanceNoticesTest {

    private static AppearanceNotices in(String language) {
        var words = PageTexts.of(language);
        var terms = ActionScenes.terms(words);
        return new AppearanceNotices(terms, words, new OfficeDetails(terms, words));
    }

    @Test
    void each_is_shown_and_how_many_the_directive_allows_until_the_case_has_ended() {
        for (var language : PageTexts.LANGUAGES) {
            var notices = in(language);
            assertThat(notices.of(ActionScenes.at(Stage.APPROVED, Scene.BUSY))).hasSize(3);
            assertThat(notices.of(ActionScenes.at(Stage.APPROVED, Scene.QUIET))).isEmpty();
            assertThat(notices.of(ActionScenes.at(Stage.CLOSED, Scene.BUSY))).isEmpty();
        }
    }

    @Test
    void whoever_claims_protection_is_told_that_they_need_not_come() {
        for (var language : PageTexts.LANGUAGES) {
            var notices = in(language);
            assertThat(notices.suspended(ActionScenes.at(Stage.APPROVED, Scene.CLAIMED)))
                    .isPresent();
            assertThat(notices.suspended(ActionScenes.at(Stage.APPROVED, Scene.BUSY))).isEmpty();
        }
    }
}
