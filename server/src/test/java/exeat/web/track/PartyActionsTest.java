package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.web.casefile.ActionScenes;
import exeat.web.casefile.ActionScenes.Scene;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActionKind.Reader;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyActionsTest {

    @Test
    void every_offered_action_is_found_by_its_address_and_has_its_messages() {
        for (var language : PageTexts.LANGUAGES) {
            ofPersons(PageTexts.of(language)).forEach(ActionScenes::reachable);
        }
    }

    @Test
    void every_action_of_a_person_is_on_offer_at_some_stage() {
        var offered = EnumSet.noneOf(CaseActionKind.class);
        for (var actions : ofPersons(PageTexts.of("en"))) {
            actions.all().forEach(action -> offered.add(action.kind()));
        }
        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CaseActionKind.values())
                                .filter(kind -> kind.readers().contains(Reader.PARTY))
                                .toList());
    }

    @Test
    void actions_that_are_not_offered_are_not_found() {
        var words = PageTexts.of("en");
        var refused = ActionScenes.at(Stage.REFUSED, Scene.QUIET);
        var own = actions(refused, ActionScenes.ONE, words);
        assertThat(own.find(CaseActionKind.APPEAL, "refusal")).isPresent();
        assertThat(own.find(CaseActionKind.APPEAL, "set-aside")).isEmpty();
        assertThat(own.find(CaseActionKind.CONFIRM, "")).isEmpty();
        assertThat(own.find(CaseActionKind.AUTHORISE, "")).isEmpty();
        var other = actions(refused, TravellerNo.PRINCIPAL, words);
        assertThat(other.all()).isEmpty();
        // While the claim stands, only the person can lift it, for one or for all.
        var claimed = ActionScenes.at(Stage.APPROVED, Scene.CLAIMED);
        assertThat(actions(claimed, ActionScenes.ONE, words).all())
                .extracting(action -> action.kind())
                .containsExactly(
                        CaseActionKind.ADMIT,
                        CaseActionKind.END_PROTECTION,
                        CaseActionKind.WITHDRAW);
        assertThat(actions(claimed, TravellerNo.PRINCIPAL, words).all()).isEmpty();
    }

    private static List<PartyActions> ofPersons(PageTexts words) {
        var all = new ArrayList<PartyActions>();
        for (var state : ActionScenes.all()) {
            for (var no : List.of(ActionScenes.ONE, TravellerNo.PRINCIPAL)) {
                all.add(actions(state, no, words));
            }
        }
        return all;
    }

    private static PartyActions actions(TravellerState state, TravellerNo no, PageTexts words) {
        return new PartyActions(
                ActionScenes.CASE,
                state,
                new Actor.Party(ActionScenes.CASE, no),
                ActionScenes.terms(words),
                words,
                ActionScenes.NOW);
    }
}
