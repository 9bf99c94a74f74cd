package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.web.casefile.ActionScenes;
import exeat.web.casefile.ActionScenes.Scene;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActionKind.OfferedTo;
import exeat.web.choice.ChoiceView;
import exeat.web.choice.FindingComparison;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
                                .filter(kind -> kind.readers().contains(OfferedTo.PARTY))
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

    @Test
    void a_choice_says_until_when_nobody_decides_and_takes_one_of_the_findings() {
        for (var language : PageTexts.LANGUAGES) {
            var words = PageTexts.of(language);
            var choose =
                    choosing(words, "1963-09-07").find(CaseActionKind.CHOOSE, "").orElseThrow();
            assertThat(choose.told()).hasSize(3);
            assertThat(choose.told().get(1)).contains(words.day(LocalDate.of(1963, 9, 7)));
            assertThat(choose.wrong().apply(SubmittedForm.EMPTY)).containsOnlyKeys("directive");
            var other = posted("directive", "f".repeat(64));
            assertThat(choose.wrong().apply(other)).containsOnlyKeys("directive");
            var second = posted("directive", "e".repeat(64));
            assertThat(choose.wrong().apply(second)).isEmpty();
            assertThat(choose.command().apply(second))
                    .isEqualTo(
                            new TravellerCommand.ChooseFinding(
                                    ActionScenes.CASE, ActionScenes.ONE, ABOVE));
            // Its day is past: an officer may decide, and the choice is still open.
            var late = choosing(words, "1963-09-02").find(CaseActionKind.CHOOSE, "").orElseThrow();
            assertThat(late.told().get(1))
                    .isNotEqualTo(choose.told().get(1))
                    .isNotEqualTo(words.say("choice.referred", ""));
        }
    }

    @Test
    void what_differs_is_told_with_its_unit_and_nothing_else_is() {
        var words = PageTexts.of("en");
        assertThat(rows(new FindingComparison(view(words, "1963-09-07"), words).differences()))
                .containsEntry("How long the paper is valid", List.of("90 days", "365 days"))
                .containsEntry("How often you come in person", List.of("3", "2"))
                .containsEntry("Cost", List.of("None", "12.50"))
                .doesNotContainKey("Result");
    }

    private static Map<String, List<String>> rows(DataTable table) {
        return table.rows().stream()
                .collect(
                        Collectors.toMap(
                                row -> row.getFirst().text(),
                                row -> row.stream().skip(1).map(TableCell::text).toList()));
    }

    private static final DirectiveRef ABOVE = new DirectiveRef("above", "2", "e".repeat(64));

    private static PartyActions choosing(PageTexts words, String from) {
        var form = new FindingChoiceForm(view(words, from), "Yanji", words);
        var state = ActionScenes.at(Stage.REFERRED, Scene.QUIET);
        return actions(state, ActionScenes.ONE, words, Optional.of(form));
    }

    private static ChoiceView view(PageTexts words, String from) {
        var terms = ActionScenes.terms(words);
        var own = ActionScenes.at(Stage.APPROVED, Scene.QUIET).finding().orElseThrow();
        var burden = own.burden();
        var other =
                new Finding(
                        ABOVE,
                        own.outcome(),
                        own.why(),
                        own.purpose(),
                        own.routes(),
                        new Burden(
                                burden.clearances(),
                                burden.documents(),
                                new BigDecimal("12.50"),
                                2,
                                burden.decisionDays(),
                                365,
                                burden.reentry(),
                                burden.interviews(),
                                burden.quota(),
                                burden.outputs()),
                        own.grounds(),
                        own.facts(),
                        own.unanswered(),
                        own.instrumentsNotHeld(),
                        own.setAsideGrounds());
        return new ChoiceView(
                List.of(
                        new ChoiceView.Offer(own, terms, "here"),
                        new ChoiceView.Offer(other, terms, "above")),
                Optional.of(LocalDate.parse(from)));
    }

    private static SubmittedForm posted(String name, String value) {
        return new SubmittedForm(Map.of(name, List.of(value)));
    }

    private static List<PartyActions> ofPersons(PageTexts words) {
        var all = new ArrayList<PartyActions>();
        for (var state : ActionScenes.all()) {
            for (var no : List.of(ActionScenes.ONE, TravellerNo.PRINCIPAL)) {
                all.add(actions(state, no, words));
            }
        }
        all.add(choosing(words, "1963-09-07"));
        return all;
    }

    private static PartyActions actions(TravellerState state, TravellerNo no, PageTexts words) {
        return actions(state, no, words, Optional.empty());
    }

    private static PartyActions actions(
            TravellerState state,
            TravellerNo no,
            PageTexts words,
            Optional<FindingChoiceForm> choice) {
        return new PartyActions(
                state,
                new Actor.Party(ActionScenes.CASE, no),
                ActionScenes.terms(words),
                words,
                ActionScenes.NOW,
                choice);
    }
}
