package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.fact;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.HoldGround;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds, revocations, corrections, and the appeals against them. */
@Tag("day")
class HoldsTest {

    @Test
    void a_hold_stops_the_paper_until_its_owner_releases_it() {
        var world = World.returning().cleared();
        world.byTwo(YANJI_FA, world.identityHold());

        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.HELD);
        var release = new TravellerCommand.ReleaseHold(CASE, ONE, 1, "a birth record came");
        assertThat(world.rejected(officer(JILIN_FA), release)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI_FA), release);

        assertThat(world.authorised().stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void at_its_limit_a_hold_goes_up_and_only_the_authority_above_decides() {
        var world = World.returning();
        world.byTwo(YANJI_FA, world.identityHold());
        var longer = new TwoOfficerAct.ExtendHold(1, "still two dates", world.today().plusDays(40));
        var propose = new TravellerCommand.ProposeAct(CASE, ONE, longer, "a reason");
        assertThat(world.rejected(officer(YANJI_FA), propose)).isEqualTo(Code.NOT_ALLOWED);

        world.pass(11);

        var hold = world.traveller().hold(1).orElseThrow();
        assertThat(hold.owner()).isEqualTo(JILIN_FA);
        assertThat(world.rejected(officer(YANJI_FA), propose)).isEqualTo(Code.NOT_ALLOWED);
        // It is not prolonged before the person could be heard about it.
        assertThat(world.traveller().hold(1).orElseThrow().escalated()).isTrue();
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.RecordService(CASE, ONE, 1, world.today()));
        world.byTwo(JILIN_FA, longer);
        assertThat(world.traveller().hold(1).orElseThrow().limit()).isEqualTo(longer.limit());

        world.pass(90);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void silence_above_sends_a_hold_higher_and_higher() {
        var world = World.returning();
        world.byTwo(YANJI_FA, world.identityHold());

        world.pass(11);
        world.pass(8);
        world.pass(8);

        assertThat(world.traveller().hold(1).orElseThrow().owner())
                .isEqualTo(new AuthorityId("cn-fa"));
    }

    @Test
    void a_hold_needs_a_ground_evidence_and_a_limit() {
        var world = World.returning();
        var today = world.today();
        var identity = new HoldGround.IdentityNotEstablished();
        var unused = new HoldGround.FactContested(fact("officer kinship"));
        var unserved = new HoldGround.CourtOrder("K-1", today.plusDays(9), false);
        var order = new HoldGround.CourtOrder("K-1", today.plusDays(9), true);

        assertThat(propose(world, identity, "", 5)).isEqualTo(Code.REASON_MISSING);
        assertThat(propose(world, identity, "dates", 31)).isEqualTo(Code.BAD_DATE);
        assertThat(propose(world, identity, "dates", 0)).isEqualTo(Code.BAD_DATE);
        assertThat(propose(world, unused, "a letter", 5)).isEqualTo(Code.NOT_IN_DIRECTIVE);
        assertThat(propose(world, unserved, "an order", 5)).isEqualTo(Code.REASON_MISSING);
        assertThat(propose(world, order, "an order", 10)).isEqualTo(Code.BAD_DATE);
    }

    private static Code propose(World world, HoldGround ground, String evidence, int days) {
        var act =
                new TwoOfficerAct.PlaceHold(
                        ground,
                        evidence,
                        world.today().plusDays(days),
                        Optional.empty(),
                        Optional.empty());
        return world.rejected(
                officer(YANJI_FA), new TravellerCommand.ProposeAct(CASE, ONE, act, "a reason"));
    }

    @Test
    void an_expired_court_order_holds_nobody() {
        var world = World.returning();
        var order = new HoldGround.CourtOrder("K-1", world.today().plusDays(9), true);
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.PlaceHold(
                        order,
                        "the order",
                        world.today().plusDays(9),
                        Optional.empty(),
                        Optional.empty()));

        world.pass(10);

        assertThat(world.traveller().openHolds()).isEmpty();
    }

    @Test
    void a_clearance_is_answered_with_a_hold_by_its_own_unit() {
        var world = World.settling();
        var hold =
                new TwoOfficerAct.PlaceHold(
                        new HoldGround.IdentityNotEstablished(),
                        "no register entry",
                        world.today().plusDays(5),
                        Optional.of("identity"),
                        Optional.empty());
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new TravellerCommand.ProposeAct(CASE, ONE, hold, "why")))
                .isEqualTo(Code.NOT_ALLOWED);

        world.byTwo(YANJI_PS, hold);

        assertThat(
                        world.rejected(
                                officer(YANJI_PS),
                                new TravellerCommand.CompleteClearance(CASE, ONE, "identity")))
                .isEqualTo(Code.HELD);
        world.accepted(officer(YANJI_PS), new TravellerCommand.ReleaseHold(CASE, ONE, 1, "found"));
        assertThat(world.cleared().authorised().stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void a_revocation_is_a_hold_with_the_paper_taken_back() {
        var world = World.returning().cleared().authorised();
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "two dates"));

        assertThat(world.stage()).isEqualTo(Stage.REVOKED);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.HELD);
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ReleaseHold(CASE, ONE, 1, "settled"));

        assertThat(world.authorised().crossed(CrossingDirection.DEPARTURE).stage())
                .isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_corrected_fact_makes_the_rules_decide_again() {
        var world = World.settling();
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.PlaceHold(
                        new HoldGround.FactContested(fact("applied to build")),
                        "a letter",
                        world.today().plusDays(5),
                        Optional.empty(),
                        Optional.empty()));

        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.CorrectFact(
                        fact("applied to build"), Value.of(false), "a letter"));

        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        assertThat(world.traveller().openHolds()).isEmpty();
        assertThat(world.traveller().openClearances()).isEmpty();
    }

    @Test
    void clearances_stay_done_when_a_fact_is_corrected_back() {
        var world = World.settling().cleared();
        var correct = fact("applied to build");
        world.byTwo(YANJI_FA, new TwoOfficerAct.CorrectFact(correct, Value.of(false), "a letter"));
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.CorrectFact(correct, Value.of(true), "the real letter"));

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().openClearances()).isEmpty();
    }

    @Test
    void a_paper_whose_facts_no_longer_approve_is_revoked_and_a_person_decides() {
        var world = World.settling().cleared().authorised();

        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.CorrectFact(
                        fact("applied to build"), Value.of(false), "a letter"));

        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        assertThat(world.traveller().paper().orElseThrow().revoked()).isTrue();
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ApproveReferred(CASE, ONE, "humane"));
        assertThat(world.authorised().stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void an_appeal_goes_to_a_committee_outside_the_deciders_line() {
        var world = World.referred();
        world.byTwo(YANJI_FA, new TwoOfficerAct.Refuse());
        appeal(world, new AppealSubject.Refusal());

        var appeal = world.traveller().appeal(1).orElseThrow();
        assertThat(appeal.reviewer()).isEqualTo(World.JILIN);
        assertThat(appeal.due()).isEqualTo(world.today().plusDays(30));
        assertThat(
                        world.rejected(
                                officer(JILIN_FA),
                                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "why")))
                .isEqualTo(Code.NOT_ALLOWED);
        world.accepted(
                officer(World.JILIN),
                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "a letter"));

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.cleared().authorised().stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void an_area_from_which_somebody_seconded_does_not_review() {
        var world = World.referred();
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "why"));
        Hearings.pass(world, 1);
        world.accepted(
                officer(World.JILIN),
                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED));

        appeal(world, new AppealSubject.Refusal());

        assertThat(world.traveller().appeal(1).orElseThrow().reviewer())
                .isEqualTo(new AuthorityId("ne"));
    }

    @Test
    void a_won_appeal_restores_the_paper_and_ends_the_hold() {
        var world = World.returning().cleared().authorised();
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "two dates"));
        appeal(world, new AppealSubject.Revocation());

        world.accepted(
                officer(World.JILIN),
                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "one date"));

        assertThat(world.stage()).isEqualTo(Stage.AUTHORISED);
        assertThat(world.crossed(CrossingDirection.DEPARTURE).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_paper_that_expired_during_the_appeal_is_issued_again() {
        var world = World.returning().cleared().authorised();
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "two dates"));
        appeal(world, new AppealSubject.Revocation());
        world.now = world.now.plus(java.time.Duration.ofDays(200));

        world.accepted(
                officer(World.JILIN),
                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "one date"));

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.authorised().stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void a_won_appeal_undoes_a_hold_or_a_set_aside_and_each_has_a_fresh_reviewer() {
        var world = World.settling();
        world.byTwo(YANJI_FA, world.identityHold());
        appeal(world, new AppealSubject.AHold(1));
        world.accepted(
                officer(World.JILIN), new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "ok"));
        assertThat(world.traveller().openHolds()).isEmpty();

        world.byTwo(YANJI_FA, new TwoOfficerAct.SetAside("relations-not-found"));
        appeal(world, new AppealSubject.BeingSetAside());
        var no = new TravellerCommand.DecideAppeal(CASE, ONE, 2, false, "no");
        assertThat(world.rejected(officer(World.JILIN), no)).isEqualTo(Code.NOT_INDEPENDENT);
        world.accepted(officer(World.JILIN, 2), no);
        assertThat(world.stage()).isEqualTo(Stage.SET_ASIDE);

        appeal(world, new AppealSubject.BeingSetAside());
        world.accepted(
                officer(World.JILIN, 3),
                new TravellerCommand.DecideAppeal(CASE, ONE, 3, true, "yes"));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().openClearances()).hasSize(1);
    }

    @Test
    void a_decision_undone_on_review_is_not_made_again_on_the_same_ground() {
        var world = World.settling();
        world.byTwo(YANJI_FA, world.identityHold());
        appeal(world, new AppealSubject.AHold(1));
        world.accepted(
                officer(World.JILIN), new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "ok"));
        var setAside = new TwoOfficerAct.SetAside("relations-not-found");
        world.byTwo(YANJI_FA, setAside);
        appeal(world, new AppealSubject.BeingSetAside());
        world.accepted(
                officer(World.JILIN, 2),
                new TravellerCommand.DecideAppeal(CASE, ONE, 2, true, "ok"));

        assertThat(propose(world, world.identityHold())).isEqualTo(Code.NOT_ALLOWED);
        assertThat(propose(world, setAside)).isEqualTo(Code.NEVER_UNDER_APPROVAL);
        world.cleared().authorised();
        var revoke = new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "two dates");
        assertThat(propose(world, revoke)).isEqualTo(Code.NOT_ALLOWED);
        var order = new HoldGround.CourtOrder("K-7", world.today().plusDays(29), true);
        world.byTwo(YANJI_FA, new TwoOfficerAct.Revoke(order, "the order"));
    }

    private static Code propose(World world, TwoOfficerAct act) {
        return world.rejected(
                officer(YANJI_FA), new TravellerCommand.ProposeAct(CASE, ONE, act, "a reason"));
    }

    private static List<Event> appeal(World world, AppealSubject against) {
        return world.accepted(
                person(), new TravellerCommand.Appeal(CASE, ONE, against, "it is wrong"));
    }
}
