package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.FeeCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.web.casefile.ActionScenes.Scene;
import exeat.web.casefile.view.FeeTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an officer can record of a fee, with the amounts that were asked. */
class FeeActionsTest {

    private static final PageTexts WORDS = PageTexts.of("en");
    private static final CaseId CASE = new CaseId(new UUID(0, 1));
    private static final TravellerNo ONE = new TravellerNo(1);

    private static List<CaseAction> at(Stage stage) {
        return new FeeActions(CASE, ONE, WORDS).all(ActionScenes.at(stage, Scene.BUSY));
    }

    private static List<String> titles(Stage stage) {
        return at(stage).stream().map(action -> action.title().replace('\u00a0', ' ')).toList();
    }

    @Test
    void titles_say_the_amounts_and_no_form_asks_for_one() {
        assertThat(titles(Stage.APPROVED))
                .containsExactly(
                        "Record that 10 CNY was paid",
                        "Record that 40 CNY was paid",
                        "Waive the fee of 10 CNY",
                        "Record that 30 CNY was paid back");
    }

    @Test
    void where_the_approval_fell_away_nothing_is_waived_and_all_goes_back() {
        assertThat(titles(Stage.WITHDRAWN))
                .containsExactly(
                        "Record that 10 CNY was paid",
                        "Record that 40 CNY was paid",
                        "Record that 40 CNY was paid back");
    }

    @Test
    void a_payment_is_to_the_demand_of_its_button() {
        var action = at(Stage.APPROVED).get(1);
        assertThat(action.wrong().apply(new SubmittedForm(Map.of()))).containsKey("reference");
        var typed = new SubmittedForm(Map.of("reference", List.of("R-9")));
        assertThat(action.wrong().apply(typed)).isEmpty();
        assertThat(action.command().apply(typed))
                .isEqualTo(new FeeCommand.RecordPayment(CASE, ONE, 1, "R-9"));
    }

    @Test
    void where_no_fee_was_asked_there_is_nothing_to_record_or_to_tell() {
        var quiet = ActionScenes.at(Stage.APPROVED, Scene.QUIET);
        assertThat(new FeeActions(CASE, ONE, WORDS).all(quiet)).isEmpty();
        assertThat(new FeeTexts(ActionScenes.terms(WORDS), WORDS).rows(quiet)).isEmpty();
    }
}
