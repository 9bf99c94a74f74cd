package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TUMEN_BD;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.adult;
import static exeat.casework.World.fact;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.access.InvolvedUnits;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.state.State;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What never bends, as far as casework keeps it: each promise of the design by its number. */
class PromisesTest {

    @Test
    void promise_1_a_machine_never_refuses_and_silence_never_closes() {
        var world = World.referred();
        var asked =
                new World()
                        .applied(adult(ONE, "CN", new Purpose("settle"), Facts.NONE))
                        .confirmed();

        world.pass(4_000);
        asked.pass(4_000);

        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        assertThat(asked.stage()).isEqualTo(Stage.UNANSWERED);
    }

    @Test
    void promise_1_only_two_officers_refuse_and_only_what_was_referred() {
        var world = World.referred();
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.ProposeAct(
                        CASE, ONE, new TwoOfficerAct.Refuse(), "no relations"));
        var second = new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED);
        assertThat(world.rejected(officer(YANJI_FA, 1), second)).isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI_PS), second)).isEqualTo(Code.NOT_ALLOWED);
        Hearings.pass(world, 1);
        world.accepted(officer(JILIN_FA), second);
        assertThat(world.stage()).isEqualTo(Stage.REFUSED);

        var refuse =
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "why not");
        assertThat(World.returning().rejected(officer(YANJI_FA), refuse))
                .isEqualTo(Code.NEVER_UNDER_APPROVAL);
        assertThat(World.settling().rejected(officer(YANJI_FA), refuse))
                .isEqualTo(Code.NEVER_UNDER_APPROVAL);
    }

    @Test
    void promise_1_an_officer_of_another_post_who_never_saw_the_paper_stops_nobody_here() {
        var world = World.returning().cleared().authorised();
        world.accepted(
                officer(World.HUNCHUN_CU), new TravellerCommand.StopAtBorder(CASE, ONE, "x"));

        assertThat(
                        world.rejected(
                                officer(World.HUNCHUN_CU),
                                new TravellerCommand.RecordCrossing(
                                        CASE, ONE, CrossingDirection.DEPARTURE)))
                .isEqualTo(Code.PAPER_NOT_VALID);
        assertThat(world.crossed(CrossingDirection.DEPARTURE).stage()).isEqualTo(Stage.CLOSED);
        assertThat(world.traveller().stop()).isEmpty();
    }

    @Test
    void promise_1_a_stop_at_the_border_names_an_officer_and_refuses_nothing() {
        var world = World.returning().cleared().authorised();
        world.accepted(officer(TUMEN_BD), new TravellerCommand.StopAtBorder(CASE, ONE, "torn"));

        assertThat(
                        world.rejected(
                                officer(TUMEN_BD),
                                new TravellerCommand.RecordCrossing(
                                        CASE, ONE, CrossingDirection.DEPARTURE)))
                .isEqualTo(Code.PAPER_NOT_VALID);
        assertThat(world.traveller().stop().orElseThrow().owner())
                .isEqualTo(officer(TUMEN_BD).id());
        assertThat(world.stage()).isEqualTo(Stage.AUTHORISED);

        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.LiftStop(CASE, ONE, "a new one is printed"));
        assertThat(world.crossed(CrossingDirection.DEPARTURE).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void promise_2_every_decision_is_kept_with_its_grounds_and_facts() {
        var finding = World.visiting().traveller().finding().orElseThrow();

        assertThat(finding.grounds()).isNotEmpty();
        assertThat(finding.facts().knows(fact("officer kinship"))).isTrue();
        assertThat(finding.instrumentsNotHeld()).containsExactly("telegram-182");
    }

    @Test
    void promise_3_an_application_cannot_bring_what_nobody_may_ask() {
        var said = Facts.NONE.with(fact("religion"), Value.of("none"));
        var apply =
                new CaseCommand.Apply(
                        CASE,
                        World.application(adult(ONE, "KP", new Purpose("return"), said)),
                        Map.of());

        assertThat(new World().rejected(new Actor.Stranger(), apply))
                .isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    @Test
    void promise_4_no_unit_but_the_holder_sees_facts_or_grounds() {
        var world = World.settling();

        var view =
                Disclosure.view(
                                world.state(),
                                officer(YANJI_PS),
                                World.TREE,
                                world.today(),
                                world.now)
                        .orElseThrow();

        assertThat(view.travellers().get(ONE)).isInstanceOf(Disclosure.ForWork.class);
        assertThat(view.toString()).doesNotContain("ethnicity", "korean", "A_", "in general");
    }

    @Test
    void promise_5_nothing_is_live_until_each_adult_confirms_with_their_own_secret() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        var told = EnumSet.allOf(Consequence.class);
        var confirm = new TravellerCommand.Confirm(CASE, TWO, told);

        assertThat(world.rejected(person(), confirm)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_FA), confirm)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(party(TWO), new TravellerCommand.Confirm(CASE, TWO, Set.of())))
                .isEqualTo(Code.NOT_TOLD);
        assertThat(world.traveller(TWO).finding()).isEmpty();

        world.secret(YANJI_FA, TWO);
        world.accepted(party(TWO), confirm);

        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void promise_5_nobody_sets_another_persons_secret_when_they_apply() {
        var apply =
                new CaseCommand.Apply(
                        CASE,
                        World.application(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE)),
                        Map.of(ONE, "hash", TWO, "hash"));

        assertThat(new World().rejection(new Actor.Stranger(), apply).about())
                .isEqualTo("secretHashes");
    }

    @Test
    void promise_5_what_an_office_entered_is_disclosed_to_nobody_else() {
        var world = new World();
        var entered =
                World.entered(
                        World.application(adult(ONE, "KP", new Purpose("return"), Facts.NONE)),
                        YANJI_PS);
        world.accepted(officer(YANJI_PS), new CaseCommand.Apply(CASE, entered, Map.of()));

        assertThat(InvolvedUnits.of(world.state(), World.TREE))
                .containsExactlyInAnyOrder(YANJI_FA, YANJI_PS);
    }

    @Test
    void promise_5_each_adult_withdraws_for_themselves_until_the_crossing() {
        var world = World.returning().cleared().authorised();
        var withdraw = new TravellerCommand.Withdraw(CASE, ONE);

        assertThat(world.rejected(officer(YANJI_FA), withdraw)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(party(TWO), withdraw)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(person(), withdraw);

        assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
        var gone = World.visiting().cleared().authorised().crossed(CrossingDirection.DEPARTURE);
        assertThat(gone.rejected(person(), withdraw)).isEqualTo(Code.WRONG_STAGE);
    }

    @Test
    void promise_5_a_claim_to_protection_suspends_every_step_and_every_disclosure() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        var before = world.traveller();

        world.pass(400);

        // Those above are to hear the person; nothing else has happened.
        assertThat(world.traveller().hearingUnit()).isEqualTo(Optional.of(World.JILIN));
        assertThat(world.traveller().stage()).isEqualTo(before.stage());
        assertThat(world.traveller().clearances()).isEqualTo(before.clearances());
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.SUSPENDED);
        assertThat(InvolvedUnits.of(world.state(), World.TREE))
                .containsExactlyInAnyOrder(YANJI_FA, World.JILIN);
        assertThat(
                        Disclosure.view(
                                        world.state(),
                                        officer(YANJI_FA),
                                        World.TREE,
                                        world.today(),
                                        world.now)
                                .orElseThrow()
                                .travellers()
                                .get(ONE))
                .isEqualTo(new Disclosure.Suspended());
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new TravellerCommand.EndProtectionClaim(CASE, ONE)))
                .isEqualTo(Code.NOT_ALLOWED);

        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        assertThat(world.cleared().authorised().stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void promise_5_who_travels_along_cannot_find_out_about_a_claim() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        var probe = new TravellerCommand.AnswerQuestions(CASE, ONE, World.routeA(), List.of());
        var before = world.rejection(party(TWO), probe);
        var seen =
                Disclosure.view(world.state(), party(TWO), World.TREE, world.today(), world.now)
                        .orElseThrow();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));

        assertThat(world.rejection(party(TWO), probe)).isEqualTo(before);
        var view =
                Disclosure.view(world.state(), party(TWO), World.TREE, world.today(), world.now)
                        .orElseThrow();
        assertThat(view.travellers()).isEqualTo(seen.travellers());
    }

    @Test
    void promise_5_a_claim_after_the_end_still_suspends_every_disclosure() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));

        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));

        var view =
                Disclosure.view(
                                world.state(),
                                officer(YANJI_FA),
                                World.TREE,
                                world.today(),
                                world.now)
                        .orElseThrow();
        assertThat(view.travellers().get(ONE)).isEqualTo(new Disclosure.Suspended());
        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(world.rejected(person(), new TravellerCommand.Withdraw(CASE, ONE)))
                .isEqualTo(Code.WRONG_STAGE);
    }

    @Test
    void promise_5_protection_can_be_claimed_on_a_trip() {
        var world = World.visiting().cleared().authorised().crossed(CrossingDirection.DEPARTURE);
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));

        world.pass(200);

        assertThat(world.stage()).isEqualTo(Stage.DEPARTED);
    }

    @Test
    void promise_6_the_same_events_always_fold_to_the_same_state() {
        var world = World.settling();

        var folded = java.util.Optional.<State>empty();
        for (var event : world.events.getOrDefault(CASE, List.of())) {
            folded = java.util.Optional.of(Lifecycle.evolve(folded, event));
        }

        assertThat(folded).contains(world.state());
    }

    @Test
    void promise_7_what_happened_says_who_did_it() {
        var world = World.settling();
        world.byTwo(YANJI_FA, new TwoOfficerAct.SetAside("relations-not-found"));

        assertThat(world.stage()).isEqualTo(Stage.SET_ASIDE);
        assertThat(world.events.get(CASE))
                .extracting(RecordedEvent::event)
                .contains(
                        new TravellerEvent.WasSetAside(
                                ONE,
                                "relations-not-found",
                                officer(YANJI_FA, 1).id(),
                                officer(YANJI_FA, 2).id(),
                                "a reason"));
    }

    @Test
    void an_approval_of_each_request_cannot_be_set_aside() {
        var act = new TwoOfficerAct.SetAside("relations-not-found");

        assertThat(
                        World.returning()
                                .rejected(
                                        officer(YANJI_FA),
                                        new TravellerCommand.ProposeAct(CASE, ONE, act, "because")))
                .isEqualTo(Code.NEVER_UNDER_APPROVAL);
    }

    @Test
    void an_approval_in_general_is_set_aside_on_no_ground_but_the_packs() {
        var act = new TwoOfficerAct.SetAside("too old");

        assertThat(
                        World.settling()
                                .rejected(
                                        officer(YANJI_FA),
                                        new TravellerCommand.ProposeAct(CASE, ONE, act, "because")))
                .isEqualTo(Code.NEVER_UNDER_APPROVAL);
    }
}
