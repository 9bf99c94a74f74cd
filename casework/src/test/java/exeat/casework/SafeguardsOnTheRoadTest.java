package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TUMEN_BD;
import static exeat.casework.World.TUMEN_CU;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.fact;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Traveller;
import exeat.casework.value.TwoOfficerAct;
import exeat.oversight.WorkItem;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The decisions of docs/decisions/010-safeguards-on-the-road.md, each with its test. */
class SafeguardsOnTheRoadTest {

    private static final TwoOfficerAct CORRECTION =
            new TwoOfficerAct.CorrectFact(fact("applied to build"), Value.of(false), "a letter");

    private static Code propose(World world, Actor by, TwoOfficerAct act) {
        return world.rejected(by, new TravellerCommand.ProposeAct(CASE, ONE, act, "a reason"));
    }

    @Test
    void who_corrected_a_fact_takes_no_part_in_a_refusal() {
        var world = World.settling();
        world.byTwo(YANJI_FA, CORRECTION);
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        served(world);
        world.now = world.now.plus(java.time.Duration.ofDays(15));

        assertThat(propose(world, officer(YANJI_FA, 1), new TwoOfficerAct.Refuse()))
                .isEqualTo(Code.NOT_INDEPENDENT);
        world.accepted(
                officer(YANJI_FA, 3),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "a reason"));
        var number = world.traveller().proposals().size();
        assertThat(
                        world.rejected(
                                officer(YANJI_FA, 2),
                                new TravellerCommand.SecondProposal(
                                        CASE, ONE, number, World.AGREED)))
                .isEqualTo(Code.NOT_INDEPENDENT);
        Hearings.pass(world, number);
        world.accepted(
                officer(YANJI_FA, 4),
                new TravellerCommand.SecondProposal(CASE, ONE, number, World.AGREED));
        assertThat(world.stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void nor_by_a_proposal_from_before_the_correction() {
        var world = World.referred();
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "a reason"));
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.ProposeAct(
                        CASE,
                        ONE,
                        new TwoOfficerAct.CorrectFact(
                                fact("ethnicity"), Value.of("korean"), "a register"),
                        "a reason"));
        world.accepted(
                officer(YANJI_FA, 2),
                new TravellerCommand.SecondProposal(CASE, ONE, 2, World.AGREED));
        world.now = world.now.plus(java.time.Duration.ofDays(15));

        assertThat(
                        world.rejected(
                                officer(YANJI_FA, 3),
                                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED)))
                .isEqualTo(Code.NOTICE_OPEN);
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.RecordService(CASE, ONE, 2, world.today()));
        world.now = world.now.plus(java.time.Duration.ofDays(15));
        assertThat(
                        world.rejected(
                                officer(YANJI_FA, 3),
                                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED)))
                .isEqualTo(Code.NOT_INDEPENDENT);
    }

    private static void served(World world) {
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.RecordService(CASE, ONE, 1, world.today()));
    }

    @Test
    void the_traveller_has_time_to_answer_a_correction_before_anybody_refuses() {
        var world = World.settling();
        assertThat(
                        world.rejected(
                                person(),
                                new TravellerCommand.RespondToCorrection(CASE, ONE, "why?")))
                .isEqualTo(Code.NOT_FOUND);
        world.byTwo(YANJI_FA, CORRECTION);

        assertThat(propose(world, officer(YANJI_FA, 3), new TwoOfficerAct.Refuse()))
                .isEqualTo(Code.NOTICE_OPEN);
        assertThat(
                        world.rejected(
                                person(), new TravellerCommand.RespondToCorrection(CASE, ONE, " ")))
                .isEqualTo(Code.REASON_MISSING);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new TravellerCommand.RespondToCorrection(CASE, ONE, "no")))
                .isEqualTo(Code.NOT_ALLOWED);
        world.accepted(
                person(),
                new TravellerCommand.RespondToCorrection(CASE, ONE, "the letter is another's"));

        world.now = world.now.plus(java.time.Duration.ofDays(40));
        assertThat(propose(world, officer(YANJI_FA, 3), new TwoOfficerAct.Refuse()))
                .as("it did not reach them yet")
                .isEqualTo(Code.NOTICE_OPEN);
        served(world);
        world.now = world.now.plus(java.time.Duration.ofDays(14));
        assertThat(propose(world, officer(YANJI_FA, 3), new TwoOfficerAct.Refuse()))
                .isEqualTo(Code.NOTICE_OPEN);
        world.now = world.now.plus(java.time.Duration.ofDays(1));
        world.accepted(
                officer(YANJI_FA, 3),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "a reason"));
    }

    @Test
    void what_a_reviewer_approved_is_reopened_by_the_reviewers_unit_alone() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_FA, 3),
                new TravellerCommand.ProposeAct(CASE, ONE, CORRECTION, "a reason"));
        world.byTwo(YANJI_FA, new TwoOfficerAct.SetAside("relations-not-found"));
        world.accepted(
                person(),
                new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.BeingSetAside(), "wrong"));
        world.accepted(
                officer(JILIN, 3),
                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "a letter"));

        assertThat(propose(world, officer(YANJI_FA), CORRECTION)).isEqualTo(Code.NOT_ALLOWED);
        // Nor by a proposal from before the appeal.
        assertThat(
                        world.rejected(
                                officer(YANJI_FA, 4),
                                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED)))
                .isEqualTo(Code.NOT_INDEPENDENT);
        var seen =
                Disclosure.view(world.state(), officer(JILIN), World.TREE, world.today(), world.now)
                        .orElseThrow();
        assertThat(seen.travellers().get(ONE)).isInstanceOf(Disclosure.Whole.class);
        world.byTwo(
                JILIN,
                new TwoOfficerAct.CorrectFact(
                        fact("applied to build"), Value.of(false), "another"));
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
    }

    @Test
    void a_hold_is_placed_again_only_on_new_evidence_that_is_named() {
        var world = World.returning();
        world.byTwo(YANJI_FA, world.identityHold());
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ReleaseHold(CASE, ONE, 1, "settled"));

        assertThat(propose(world, officer(YANJI_FA), world.identityHold()))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(propose(world, officer(YANJI_FA), hold(world, "Two birth  dates.", "x")))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(propose(world, officer(YANJI_FA), hold(world, "a third date", " ")))
                .isEqualTo(Code.REASON_MISSING);
        world.byTwo(YANJI_FA, hold(world, "a third date", "a register came from Tumen"));
        assertThat(world.traveller().openHolds()).hasSize(1);
    }

    @Test
    void a_paper_is_not_taken_back_again_on_what_a_hold_was_released_for() {
        var world = World.returning().cleared().authorised();
        var revoke = new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "two dates");
        world.byTwo(YANJI_FA, revoke);
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ReleaseHold(CASE, ONE, 1, "settled"));
        world.authorised();

        assertThat(propose(world, officer(YANJI_FA), revoke)).isEqualTo(Code.ALREADY_EXISTS);
    }

    private static TwoOfficerAct.PlaceHold hold(World world, String evidence, String whatIsNew) {
        return new TwoOfficerAct.PlaceHold(
                new HoldGround.IdentityNotEstablished(),
                evidence,
                world.today().plusDays(5),
                Optional.empty(),
                Optional.of(whatIsNew));
    }

    @Test
    void a_clearing_unit_learns_from_no_answer_which_facts_were_used() {
        var world = World.settling();
        for (var name : List.of("ethnicity", "officer kinship", "applied to build", "religion")) {
            assertThat(propose(world, officer(YANJI_PS), contested(world, name)))
                    .as(name)
                    .isEqualTo(Code.NOT_ALLOWED);
        }
        world.byTwo(YANJI_PS, contested(world, "nationality"));
        assertThat(world.traveller().openHolds()).hasSize(1);
    }

    private static TwoOfficerAct.PlaceHold contested(World world, String name) {
        return new TwoOfficerAct.PlaceHold(
                new HoldGround.FactContested(fact(name)),
                "a letter",
                world.today().plusDays(5),
                Optional.of("identity"),
                Optional.empty());
    }

    @Test
    void a_stop_at_the_border_goes_up_day_by_day_and_ends_at_the_top() {
        var world = World.returning().cleared().authorised();
        world.accepted(
                officer(TUMEN_BD), new TravellerCommand.StopAtBorder(CASE, ONE, "it is torn"));
        world.pass(0);
        assertThat(stoppedAt(world)).isEqualTo("jl-tumen-bd");

        world.pass(1);
        assertThat(stoppedAt(world)).isEqualTo("jl-bd");
        assertThat(work(world, WorkItem.Kind.STOP).getFirst().due())
                .contains(world.today().plusDays(1));
        world.pass(1);
        assertThat(stoppedAt(world)).isEqualTo("jl-bd");
        world.pass(1);
        assertThat(stoppedAt(world)).isEqualTo("ne-bd");
        for (int day = 0; day < 20; day++) {
            world.pass(2);
        }
        assertThat(stoppedAt(world)).isEqualTo("cn");

        assertThat(
                        world.rejected(
                                officer(TUMEN_CU),
                                new TravellerCommand.LiftStop(CASE, ONE, "mended")))
                .isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(World.ROOT), new TravellerCommand.LiftStop(CASE, ONE, "mended"));
        assertThat(world.stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void the_unit_to_which_a_stop_went_sees_what_the_post_sees() {
        var world = World.returning().cleared().authorised();
        world.accepted(
                officer(TUMEN_BD), new TravellerCommand.StopAtBorder(CASE, ONE, "it is torn"));
        world.pass(1);

        var above = new AuthorityId("jl-bd");
        var seen =
                Disclosure.view(world.state(), officer(above), World.TREE, world.today(), world.now)
                        .orElseThrow();
        assertThat(seen.travellers().get(ONE)).isInstanceOf(Disclosure.AtBorder.class);
        world.accepted(officer(above), new TravellerCommand.LiftStop(CASE, ONE, "mended"));
    }

    private static String stoppedAt(World world) {
        return world.traveller().stop().orElseThrow().unit().text();
    }

    private static List<WorkItem> work(World world, WorkItem.Kind kind) {
        return WorkItem.of(world.state(), World.DIRECTIVE.limits()).stream()
                .filter(work -> work.kind() == kind)
                .toList();
    }

    @Test
    void a_hold_that_lies_at_the_top_is_ended_by_a_reviewer_outside_the_line() {
        var world = World.returning();
        world.byTwo(YANJI_FA, world.identityHold());
        world.pass(11);
        for (int level = 0; level < 3; level++) {
            world.pass(8);
        }
        var top = world.traveller().hold(1).orElseThrow();
        assertThat(top.owner()).isEqualTo(World.ROOT);
        assertThat(top.reviewer()).isEmpty();
        var release = new TravellerCommand.ReleaseHold(CASE, ONE, 1, "nothing was found");
        assertThat(world.rejected(officer(JILIN), release)).isEqualTo(Code.NOT_ALLOWED);

        world.pass(8);

        assertThat(world.traveller().hold(1).orElseThrow().reviewer()).contains(JILIN);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(work(world, WorkItem.Kind.HOLD))
                .extracting(work -> work.unit())
                .containsExactly(World.ROOT, JILIN);
        assertThat(work(world, WorkItem.Kind.HOLD))
                .allMatch(work -> world.today().isAfter(work.due().orElseThrow()));
        assertThat(world.rejected(officer(JILIN_FA), release)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(JILIN), release);
        assertThat(world.traveller().openHolds()).isEmpty();
    }

    @Test
    void a_ready_file_goes_up_when_it_lies() {
        var world = World.returning().cleared();
        world.pass(7);
        assertThat(world.state().holder()).isEqualTo(YANJI_FA);

        world.pass(1);

        assertThat(world.state().holder()).isEqualTo(JILIN_FA);
        assertThat(world.state().bookedTo()).containsExactly(YANJI_FA);
        assertThat(work(world, WorkItem.Kind.AUTHORISE).getFirst().due())
                .contains(world.today().plusDays(7));
        world.accepted(officer(JILIN_FA), new TravellerCommand.Authorise(CASE, ONE));
        assertThat(world.stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void a_file_that_waits_for_a_minors_safeguard_stays_where_it_is_recorded() {
        var world = withChild(World.child(TWO, new Purpose("return"), guardian()));
        world.pass(30);

        assertThat(world.state().holder()).isEqualTo(YANJI_FA);
    }

    private static List<Guardian> guardian() {
        return List.of(new Guardian("first", Optional.of(ONE)));
    }

    /** A parent under way, whose child has nothing but the consent. */
    private static World withChild(Traveller child) {
        var world = new World();
        world.applied(World.adult(ONE, "KP", new Purpose("return"), Facts.NONE), child);
        world.accepted(
                person(),
                new TravellerCommand.MeetSafeguard(
                        CASE, TWO, new Safeguard.Consent(0, "own secret")));
        world.cleared(TWO);
        return world;
    }

    @Test
    void who_comes_of_age_on_the_way_acts_for_themselves() {
        var world = withChild(World.nearlyGrown(TWO, new Purpose("return"), guardian()));
        assertThat(whole(world, person())).isTrue();
        world.now = world.now.plus(java.time.Duration.ofDays(31));

        assertThat(whole(world, person())).isFalse();
        assertThat(world.rejected(person(), new TravellerCommand.Withdraw(CASE, TWO)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO)))
                .isEqualTo(Code.UNCONFIRMED);
        world.pass(30);
        assertThat(world.state().holder()).isEqualTo(YANJI_FA);
        world.secret(YANJI_FA, TWO);
        assertThat(
                        world.rejected(
                                party(TWO),
                                new TravellerCommand.Confirm(CASE, TWO, java.util.Set.of())))
                .isEqualTo(Code.NOT_TOLD);
        world.accepted(
                party(TWO),
                new TravellerCommand.Confirm(CASE, TWO, EnumSet.allOf(Consequence.class)));

        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO)))
                .isEqualTo(Code.SECRET_WAITING);
        world.now = world.now.plus(java.time.Duration.ofDays(7));
        world.accepted(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO));
        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.AUTHORISED);
    }

    private static boolean whole(World world, Actor actor) {
        var seen =
                Disclosure.view(world.state(), actor, World.TREE, world.today(), world.now)
                        .orElseThrow();
        return Objects.requireNonNull(seen.travellers().get(TWO)) instanceof Disclosure.Whole;
    }

    @Test
    void who_came_of_age_before_any_consent_confirms_once() {
        var world = new World();
        world.applied(
                World.adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                World.nearlyGrown(TWO, new Purpose("return"), guardian()));
        world.now = world.now.plus(java.time.Duration.ofDays(31));
        world.accepted(
                party(TWO),
                new TravellerCommand.Confirm(CASE, TWO, EnumSet.allOf(Consequence.class)));

        var clearance = world.traveller(TWO).openClearances().getFirst();
        world.accepted(
                officer(clearance.unit()),
                new TravellerCommand.CompleteClearance(CASE, TWO, clearance.name()));
    }
}
