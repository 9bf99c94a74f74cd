package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TREE;
import static exeat.casework.World.TUMEN_FA;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseHandling;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import exeat.oversight.CaseCounters;
import exeat.oversight.Measure;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hand-over, turns, recusal, and units that close. */
@Tag("day")
class KeepingTest {

    private static final TimeLimits LIMITS = World.DIRECTIVE.limits();

    @Test
    void a_head_moves_a_case_and_its_clocks_keep_running() {
        var world = World.referred();
        var last = ClocksTest.due(world);
        world.pass(3);
        var over = new CaseCommand.HandOver(CASE, YANJI_FA, TUMEN_FA, "Yanji is flooded");

        assertThat(world.rejected(officer(YANJI_FA), over)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_PS), over)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                officer(JILIN_FA),
                                new CaseCommand.HandOver(CASE, YANJI_FA, YANJI_PS, "so")))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                officer(JILIN_FA),
                                new CaseCommand.HandOver(CASE, YANJI_FA, TUMEN_FA, " ")))
                .isEqualTo(Code.REASON_MISSING);
        world.accepted(officer(JILIN_FA), over);

        assertThat(world.state().holder()).isEqualTo(TUMEN_FA);
        assertThat(ClocksTest.due(world)).isEqualTo(last);
        assertThat(world.rejected(officer(YANJI_FA), approve())).isEqualTo(Code.NOT_ALLOWED);
        world.pass(2);
        assertThat(ClocksTest.booking(world).byUnit().keySet()).containsExactly(TUMEN_FA, YANJI_FA);
        var received =
                CaseCounters.recount(List.of(world.state()), LIMITS).keySet().stream()
                        .filter(cell -> cell.measure() == Measure.RECEIVED)
                        .toList();
        assertThat(received)
                .singleElement()
                .satisfies(c -> assertThat(c.authority()).isEqualTo(YANJI_FA));
        world.accepted(officer(TUMEN_FA), approve());
    }

    private static Command approve() {
        return new TravellerCommand.ApproveReferred(CASE, ONE, "a reason");
    }

    @Test
    void a_case_taken_out_of_order_records_who_and_why() {
        var world = World.referred();
        var jump =
                new TravellerCommand.TakeOutOfOrder(
                        CASE, ONE, "decide", CaseHandling.OutOfOrderReason.OTHER, "");

        assertThat(world.rejected(officer(YANJI_FA), jump)).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(officer(YANJI_PS), jump)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.TakeOutOfOrder(
                        CASE, ONE, "decide", CaseHandling.OutOfOrderReason.URGENT_NEED, "a birth"));

        assertThat(world.state().handling().jumps())
                .extracting(j -> j.by() + " " + j.why())
                .containsExactly("jl-yanji-fa.1 URGENT_NEED");
        assertThat(CaseCounters.recount(List.of(world.state()), LIMITS))
                .anySatisfy((cell, n) -> {
                    assertThat(cell.measure()).isEqualTo(Measure.JUMPED);
                    assertThat(cell.authority()).isEqualTo(YANJI_FA);
                    assertThat(n).isEqualTo(1);
                });
    }

    @Test
    void an_act_out_of_order_happens_with_its_reason_or_not_at_all() {
        var said =
                new TravellerCommand.TakeOutOfOrder(
                        CASE, ONE, "decide", CaseHandling.OutOfOrderReason.URGENT_NEED, "a birth");
        var bare =
                new TravellerCommand.TakeOutOfOrder(
                        CASE, ONE, "decide", CaseHandling.OutOfOrderReason.OTHER, "");
        var deed = new TravellerCommand.ApproveReferred(CASE, ONE, "a reason");
        var me = officer(YANJI_FA);

        var alone = World.referred().accepted(me, deed);
        var early = World.referred().accepted(me, new CaseCommand.ActOutOfOrder(said, deed));
        assertThat(early.getFirst()).isInstanceOf(TravellerEvent.Jumped.class);
        assertThat(early.subList(1, early.size())).isEqualTo(alone);
        // A reason that cannot be written down hinders no deed.
        assertThat(World.referred().accepted(me, new CaseCommand.ActOutOfOrder(bare, deed)))
                .isEqualTo(alone);

        var world = World.referred();
        var stranger = officer(YANJI_PS);
        assertThat(world.rejected(stranger, new CaseCommand.ActOutOfOrder(said, deed)))
                .isEqualTo(world.rejected(stranger, deed));
        assertThat(world.state().handling().jumps()).isEmpty();
    }

    @Test
    void an_officer_who_steps_aside_sees_nothing_and_can_do_nothing() {
        var world = World.referred();
        var me = officer(YANJI_FA, 2);
        world.accepted(
                me,
                new TravellerCommand.Recuse(
                        CASE, ONE, me.id(), CaseHandling.ConflictOfInterest.FAMILY, "my cousin"));

        assertThat(world.rejected(me, approve())).isEqualTo(Code.NOT_INDEPENDENT);
        assertThat(Disclosure.view(world.state(), me, TREE, world.today(), world.now)).isEmpty();
        assertThat(
                        Disclosure.view(
                                world.state(), officer(YANJI_FA), TREE, world.today(), world.now))
                .isPresent();
        assertThat(world.state().toString()).doesNotContain("cousin", "FAMILY");
        assertThat(world.rejected(officer(JILIN_FA), lift(me))).isEqualTo(Code.NOT_FOUND);
    }

    private static Command lift(Actor.Officer officer) {
        return new TravellerCommand.LiftRecusal(CASE, ONE, officer.id(), "no ground");
    }

    @Test
    void a_traveller_asks_an_officer_to_step_aside_and_the_level_above_reviews_it() {
        var world = World.referred();
        var me = officer(YANJI_FA);
        var ask =
                new TravellerCommand.Recuse(
                        CASE,
                        ONE,
                        me.id(),
                        CaseHandling.ConflictOfInterest.AT_ODDS,
                        "we went to court");
        assertThat(world.rejected(person(), ask)).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(YANJI_FA, 2), ask)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(
                me,
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "a reason"));

        world.accepted(person(), ask);

        assertThat(world.rejected(me, approve())).isEqualTo(Code.NOT_INDEPENDENT);
        assertThat(world.rejected(officer(YANJI_FA, 2), lift(me))).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(JILIN_FA), lift(me));
        world.accepted(me, approve());
    }

    @Test
    void one_officer_never_gives_both_acts_not_even_through_a_stand_in() {
        var world = World.referred();
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, new TwoOfficerAct.Refuse(), "so"));
        var second = new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED);
        var standIn = tied(officer(TUMEN_FA), YANJI_FA, officer(YANJI_FA).id());
        var away =
                new Actor.Officer(
                        officer(YANJI_FA, 2).id(),
                        YANJI_FA,
                        TREE.get(YANJI_FA).function(),
                        true,
                        false,
                        new Actor.Duty(true, Optional.empty(), Set.of()));

        assertThat(world.rejected(standIn, second)).isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(away, second)).isEqualTo(Code.NOT_ALLOWED);
        Hearings.pass(world, 1);
        world.accepted(officer(YANJI_FA, 2), second);
    }

    private static Actor.Officer tied(Actor.Officer officer, AuthorityId unit, OfficerId to) {
        return new Actor.Officer(
                officer.id(),
                unit,
                TREE.get(unit).function(),
                true,
                false,
                new Actor.Duty(false, Optional.of(to), Set.of(to)));
    }

    @Test
    void work_of_a_closed_unit_goes_to_its_successor_and_history_keeps_the_name() {
        var world = new World();
        world.enteredAndConfirmed(World.adult(ONE, "CN", new Purpose("settle"), World.routeA()));
        var before = CaseCounters.recount(List.of(world.state()), LIMITS);
        world.close(YANJI_FA, TUMEN_FA);
        assertThat(world.rejected(officer(YANJI_FA), ClocksTest.document()))
                .isEqualTo(Code.NOT_ALLOWED);

        world.pass(0);

        assertThat(world.state().holder()).isEqualTo(TUMEN_FA);
        assertThat(world.traveller().openClearances())
                .extracting(c -> c.unit().text())
                .startsWith("jl-yanji-ps", "jl-tumen-fa")
                .doesNotContain("jl-yanji-fa");
        assertThat(world.events.getOrDefault(CASE, List.of()).getFirst().event())
                .isInstanceOfSatisfying(
                        CaseEvent.Applied.class, a -> assertThat(a.holder()).isEqualTo(YANJI_FA));
        var after = CaseCounters.recount(List.of(world.state()), LIMITS);
        for (var measure : List.of(Measure.RECEIVED, Measure.UNDER_WAY, Measure.WAITING)) {
            assertThat(
                            after.entrySet().stream()
                                    .filter(cell -> cell.getKey().measure() == measure)
                                    .mapToInt(java.util.Map.Entry::getValue)
                                    .sum())
                    .as(measure.name())
                    .isEqualTo(
                            before.entrySet().stream()
                                    .filter(cell -> cell.getKey().measure() == measure)
                                    .mapToInt(java.util.Map.Entry::getValue)
                                    .sum());
        }
        world.cleared();
        world.accepted(officer(TUMEN_FA), new TravellerCommand.Authorise(CASE, ONE));
    }

    @Test
    void a_case_handed_to_a_unit_that_closes_goes_on_to_its_successor() {
        var world = World.referred();
        world.accepted(
                officer(JILIN_FA), new CaseCommand.HandOver(CASE, YANJI_FA, TUMEN_FA, "too many"));
        var hunchun = new AuthorityId("jl-hunchun-fa");
        world.close(TUMEN_FA, hunchun);
        world.pass(0);

        assertThat(world.state().holder()).isEqualTo(hunchun);
        assertThat(
                        world.rejected(
                                officer(JILIN_FA),
                                new CaseCommand.HandOver(CASE, hunchun, TUMEN_FA, "back")))
                .isEqualTo(Code.BAD_VALUE);
    }

    @Test
    void new_work_never_goes_to_a_closed_unit() {
        var world = new World();
        world.close(YANJI_FA, TUMEN_FA);
        world.close(YANJI_PS, World.TUMEN_PS);
        world.applied(World.adult(ONE, "CN", new Purpose("settle"), World.routeA())).confirmed();

        assertThat(world.state().holder()).isEqualTo(TUMEN_FA);
        assertThat(world.traveller().openClearances())
                .extracting(c -> c.unit().text())
                .containsExactly("jl-tumen-ps");
        world.accepted(
                officer(World.TUMEN_PS),
                new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        assertThat(world.traveller().openClearances())
                .extracting(c -> c.unit().text())
                .startsWith("jl-tumen-fa")
                .doesNotContain("jl-yanji-fa", "jl-yanji-ps");
    }
}
