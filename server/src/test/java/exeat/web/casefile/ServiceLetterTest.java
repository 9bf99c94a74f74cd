package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.Stage;
import exeat.web.kit.PageTexts;
import org.junit.jupiter.api.Test;

/** What an officer prints and hands over, and that this comes first. */
class ServiceLetterTest {

    private static final String NUMBER = "7K2M-93QF";

    @Test
    void a_proposal_is_handed_over_with_its_reason_and_the_days_for_an_answer() {
        var state = ActionScenes.at(Stage.REFERRED, ActionScenes.Scene.BUSY);
        var directive = ActionScenes.terms(PageTexts.of("en")).directive();
        var theirs = PageTexts.of(state.traveller().language());
        assertThat(theirs.lang()).isEqualTo("ko");

        var proposed = ServiceActions.letter(state, "proposal-1", NUMBER, directive).orElseThrow();
        var refusal = theirs.say("decision.refusal");
        assertThat(proposed.lang()).isEqualTo("ko");
        assertThat(proposed.title()).isEqualTo(theirs.say("hearing.proposed", refusal));
        assertThat(proposed.paragraphs())
                .contains(
                        theirs.say("track.number") + ": " + NUMBER,
                        theirs.say("hearing.notice", refusal),
                        theirs.say("letter.proposal", 14))
                .anyMatch(line -> line.contains("a reason"));

        var decided = ServiceActions.letter(state, "3", NUMBER, directive).orElseThrow();
        assertThat(decided.title()).contains(theirs.say("decision.set-aside"));
        assertThat(decided.paragraphs())
                .doesNotContain(theirs.say("letter.proposal", 14))
                .anyMatch(line -> line.contains("a reason"));
        assertThat(ServiceActions.letter(state, "99", NUMBER, directive)).isEmpty();
    }

    @Test
    void to_hand_over_a_proposal_is_what_the_case_waits_for() {
        var words = PageTexts.of("en");
        var state = ActionScenes.at(Stage.REFERRED, ActionScenes.Scene.BUSY);
        var actions =
                new ServiceActions(
                        ActionScenes.CASE, ActionScenes.ONE, ActionScenes.terms(words), words);
        assertThat(actions.serve(state))
                .filteredOn(CaseAction::isTask)
                .extracting(CaseAction::target)
                .containsExactly("proposal-1");
        assertThat(actions.serve(state)).extracting(CaseAction::target).contains("3");
    }
}
