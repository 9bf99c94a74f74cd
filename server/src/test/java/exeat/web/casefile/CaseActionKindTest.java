package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.access.OwnSecret;
import exeat.casework.access.Past;
import exeat.casework.command.Actor;
import exeat.casework.state.Archive;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ProtectionClaim;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.Appearances;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.ActionScenes.Scene;
import exeat.web.casefile.CaseActionKind.OfferedTo;
import exeat.web.kit.PageTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CaseActionKindTest {

    private static final String BUTTON = "action.button.";

    @Test
    void each_has_an_address_of_its_own_and_is_found_by_it() {
        for (var kind : CaseActionKind.values()) {
            assertThat(kind.address()).matches("[a-z]+(-[a-z]+)*");
            assertThat(CaseActionKind.at(kind.address())).hasValue(kind);
            assertThat(kind.readers()).isNotEmpty();
        }
        assertThat(CaseActionKind.at("nothing")).isEmpty();
    }

    /** A person reads one set of messages; officers read another besides. */
    @Test
    void every_language_has_the_messages_of_every_action() throws IOException {
        for (var kind : CaseActionKind.values()) {
            boolean desk = !kind.readers().contains(OfferedTo.PARTY);
            for (var language : desk ? PageTexts.DESK_LANGUAGES : PageTexts.LANGUAGES) {
                var keys = new HashSet<>(keys("words", language));
                if (desk) {
                    keys.addAll(keys("desk", language));
                }
                assertThat(keys).as("%s in %s", kind, language).containsAll(kind.keys());
            }
        }
    }

    @Test
    void no_button_has_a_message_and_no_action() throws IOException {
        var keys = new HashSet<>(keys("words", "en"));
        keys.addAll(keys("desk", "en"));
        assertThat(keys)
                .filteredOn(key -> key.startsWith(BUTTON))
                .allSatisfy(key ->
                        assertThat(CaseActionKind.at(key.substring(BUTTON.length())))
                                .as(key)
                                .isPresent());
    }

    private static Set<String> keys(String set, String language) throws IOException {
        var name = "/exeat/web/" + set + "_" + language + ".properties";
        var messages = new Properties();
        try (var in = CaseActionKind.class.getResourceAsStream(name)) {
            messages.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        }
        return messages.stringPropertyNames();
    }

    @Test
    void every_offered_action_is_found_by_its_address_and_has_its_messages() {
        for (var language : PageTexts.DESK_LANGUAGES) {
            for (var actions : ofOfficers(PageTexts.of(language))) {
                ActionScenes.reachable(actions);
            }
        }
    }

    /** Every action of an officer; {@code PartyActionsTest} has those of the person. */
    @Test
    void every_action_is_on_offer_at_some_stage() {
        var offered = EnumSet.noneOf(CaseActionKind.class);
        for (var actions : ofOfficers(PageTexts.of("en"))) {
            actions.all().forEach(action -> offered.add(action.kind()));
        }
        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CaseActionKind.values())
                                .filter(kind -> !kind.readers().equals(Set.of(OfferedTo.PARTY)))
                                .toList());
    }

    @Test
    void actions_that_are_not_offered_are_not_found() {
        var referred = new Disclosure.Whole(ActionScenes.at(Stage.REFERRED, Scene.QUIET));
        var words = PageTexts.of("en");
        var holder = officer(referred, ActionScenes.HOLDER, words);
        assertThat(holder.find(CaseActionKind.REFUSE, "")).isPresent();
        assertThat(holder.find(CaseActionKind.REFUSE, "1")).isEmpty();
        assertThat(holder.find(CaseActionKind.REVOKE, "")).isEmpty();
        assertThat(holder.find(CaseActionKind.WITHDRAW, "")).isEmpty();
        var other = officer(referred, ActionScenes.POLICE, words);
        assertThat(other.find(CaseActionKind.REFUSE, "")).isEmpty();
        var hidden = officer(new Disclosure.Hidden(), ActionScenes.HOLDER, words);
        assertThat(hidden.find(CaseActionKind.PROTECT, "")).isEmpty();
    }

    @Test
    void the_holder_is_offered_nothing_by_reason_once_a_case_has_ended() {
        for (var stage : StageTransitions.ENDS) {
            for (var scene : Scene.values()) {
                var seen = new Disclosure.Whole(ActionScenes.at(stage, scene));
                var actions = officer(seen, ActionScenes.HOLDER, PageTexts.of("en"));
                assertThat(actions.all())
                        .as("%s, %s", stage, scene)
                        .noneMatch(action -> action.kind().holderAct().isPresent());
            }
        }
    }

    private static List<CaseActions> ofOfficers(PageTexts words) {
        var all = new ArrayList<CaseActions>();
        for (var state : ActionScenes.all()) {
            for (var seen : List.of(new Disclosure.Whole(state), work(state))) {
                for (var unit :
                        List.of(ActionScenes.HOLDER, ActionScenes.POLICE, ActionScenes.REVIEWER)) {
                    all.add(officer(seen, unit, words));
                }
            }
        }
        all.add(officer(toHear(), ActionScenes.REVIEWER, words));
        for (var other : List.of(toHear(), new Disclosure.Suspended(), new Disclosure.Hidden())) {
            all.add(
                    new OfficerActions(
                            seen(
                                    other,
                                    Optional.empty(),
                                    Map.of(ActionScenes.ONE, ActionScenes.inPerson())),
                            ActionScenes.ONE,
                            actor(ActionScenes.REVIEWER),
                            ActionScenes.terms(words),
                            words,
                            TODAY));
        }
        var state = ActionScenes.at(Stage.APPROVED, Scene.QUIET);
        for (var archive : archives()) {
            var seen = seen(new Disclosure.Whole(state), Optional.of(archive));
            var officer = actor(ActionScenes.REVIEWER);
            all.add(new ArchiveActions(seen, officer, ActionScenes.terms(words), words));
        }
        return all;
    }

    private static Disclosure.ToHear toHear() {
        var traveller = ActionScenes.at(Stage.APPROVED, Scene.QUIET).traveller();
        var claim =
                new ProtectionClaim(
                        false,
                        "a friend asks",
                        Optional.empty(),
                        Optional.of(ActionScenes.REVIEWER));
        return new Disclosure.ToHear(
                traveller.names(),
                traveller.birthDate(),
                traveller.language(),
                traveller.contact(),
                new Protection(
                        false,
                        true,
                        false,
                        Optional.of(ActionScenes.NOW),
                        Optional.of(
                                new Protection.Hearing(ActionScenes.REVIEWER, ActionScenes.NOW)),
                        List.of(claim),
                        List.of(),
                        1,
                        Stage.APPROVED,
                        List.of(1L),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static List<Archive> archives() {
        var by = new OfficerId("somebody");
        var unit = ActionScenes.REVIEWER;
        var hold = new Archive.LegalHold("an order", by, unit, ActionScenes.NOW);
        var proposed = new Archive.Proposed("a basis", "a reason", by, unit, ActionScenes.NOW);
        return List.of(
                Archive.NOTHING,
                Archive.NOTHING.with(Optional.of(hold)),
                Archive.NOTHING.with(proposed));
    }

    private static Disclosure.ForWork work(TravellerState state) {
        return new Disclosure.ForWork(
                state.traveller().names(),
                state.traveller().birthDate(),
                state.traveller().nationality(),
                state.stage(),
                state.openClearances(),
                state.openHolds(),
                state.proposals().stream().filter(TravellerState.Proposal::open).toList(),
                state.appearances().orElse(Appearances.NONE).all());
    }

    private static CaseActions officer(
            Disclosure.TravellerSeen seen, AuthorityId unit, PageTexts words) {
        return new OfficerActions(
                seen(seen, Optional.empty()),
                ActionScenes.ONE,
                actor(unit),
                ActionScenes.terms(words),
                words,
                TODAY);
    }

    private static final LocalDate TODAY = LocalDate.of(1963, 9, 2);

    /** The rules reject it, so nobody is offered it. */
    @Test
    void nobody_is_offered_to_withdraw_a_child_who_stands_before_them() {
        for (var scene : List.of(Scene.QUIET, Scene.MINOR)) {
            var state = ActionScenes.at(Stage.APPROVED, scene);
            for (var seen : List.of(new Disclosure.Whole(state), work(state))) {
                var actions = officer(seen, ActionScenes.REVIEWER, PageTexts.of("en"));
                assertThat(actions.find(CaseActionKind.WITHDRAW_IN_PERSON, "").isPresent())
                        .isEqualTo(scene == Scene.QUIET);
            }
        }
    }

    private static Actor.Officer actor(AuthorityId unit) {
        var function =
                ActionScenes.terms(PageTexts.of("en"))
                        .directive()
                        .authorities()
                        .get(unit)
                        .function();
        return new Actor.Officer(new OfficerId("kim"), unit, function, true);
    }

    private static Disclosure.CaseSeen seen(
            Disclosure.TravellerSeen seen, Optional<Archive> archive) {
        return seen(seen, archive, Map.of());
    }

    private static Disclosure.CaseSeen seen(
            Disclosure.TravellerSeen seen,
            Optional<Archive> archive,
            Map<TravellerNo, InPersonRequest> inPerson) {
        return new Disclosure.CaseSeen(
                ActionScenes.CASE,
                "EX-TEST-0001",
                ActionScenes.NOW,
                ActionScenes.HOLDER,
                archive,
                new TreeMap<>(Map.of(ActionScenes.ONE, seen)),
                List.of(),
                new TreeMap<>(inPerson),
                new OwnSecret(false, Set.of()),
                Past.WHOLE);
    }
}
