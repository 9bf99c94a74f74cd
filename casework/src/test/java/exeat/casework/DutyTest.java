package exeat.casework;

import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TUMEN_FA;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.event.Event;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Duties;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Absence and delegation, on the directive's own stream. */
class DutyTest {

    private static final StreamId.BriefingId ID = new StreamId.BriefingId("prc-1963");

    /** Put in force, handed down to these units, and read there by two officers each. */
    private static World world(AuthorityId... units) {
        var world = new World();
        var events = world.events.computeIfAbsent(ID, _ -> new java.util.ArrayList<>());
        record(
                world,
                events,
                new EnactmentEvent.VersionInForce(
                        World.DIRECTIVE.ref(), World.DIRECTIVE.inForce(), officer(ROOT).id()));
        for (var unit : units) {
            record(world, events, new BriefingEvent.HandedDown(unit, Optional.empty()));
            for (int n = 1; n <= 2; n++) {
                record(
                        world,
                        events,
                        new BriefingEvent.OfficerAcknowledged(
                                unit, officer(unit, n).id(), Optional.empty()));
            }
        }
        return world;
    }

    private static void record(World world, List<RecordedEvent> log, Event event) {
        var recorded = new RecordedEvent(ID, log.size() + 1, world.now, event);
        log.add(recorded);
        world.states.put(ID, Lifecycle.evolve(Optional.ofNullable(world.states.get(ID)), recorded));
    }

    private static BriefingState state(World world) {
        return (BriefingState) Objects.requireNonNull(world.states.get(ID));
    }

    @Test
    void an_absence_is_recorded_by_the_officer_or_from_above() {
        var world = world(YANJI_FA, JILIN_FA, YANJI_PS);
        var today = world.today();
        var absence =
                new BriefingCommand.SetAbsence(
                        ID, officer(YANJI_FA).id(), today, today.plusDays(9));

        assertThat(world.rejected(officer(YANJI_FA, 2), absence)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_PS), absence)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(JILIN_FA), absence);
        world.accepted(
                officer(YANJI_FA, 2),
                new BriefingCommand.SetAbsence(ID, officer(YANJI_FA, 2).id(), today, today));
        world.accepted(officer(YANJI_FA), new BriefingCommand.EndAbsence(ID, 1));

        assertThat(state(world).duties().orElseThrow().absences())
                .extracting(Duties.Absence::over)
                .containsExactly(true, false);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new BriefingCommand.SetAbsence(
                                        ID, officer(YANJI_FA).id(), today.minusDays(1), today)))
                .isEqualTo(Code.BAD_DATE);
    }

    private static BriefingCommand.Delegate delegate(
            Actor.Officer from, Actor.Officer to, LocalDate day) {
        return new BriefingCommand.Delegate(ID, from.id(), to.id(), day, day.plusDays(13));
    }

    @Test
    void a_stand_in_has_the_same_unit_or_function_and_head_and_a_time_limit() {
        var world = world(YANJI_FA, YANJI_PS, TUMEN_FA, JILIN_FA);
        var me = officer(YANJI_FA);
        var today = world.today();

        assertThat(world.rejected(me, delegate(me, me, today))).isEqualTo(Code.BAD_VALUE);
        assertThat(world.rejected(me, delegate(me, officer(YANJI_PS), today)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(me, delegate(me, officer(JILIN_FA), today)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(me, delegate(officer(YANJI_FA, 2), officer(TUMEN_FA), today)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                me,
                                new BriefingCommand.Delegate(
                                        ID,
                                        me.id(),
                                        officer(TUMEN_FA).id(),
                                        today,
                                        today.plusDays(92))))
                .isEqualTo(Code.BAD_DATE);
        world.accepted(me, delegate(me, officer(TUMEN_FA), today));

        assertThat(world.rejected(me, delegate(me, officer(YANJI_FA, 2), today)))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(TUMEN_FA), delegate(officer(TUMEN_FA), me, today)))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(TUMEN_FA), new BriefingCommand.EndDelegation(ID, 1)))
                .isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(JILIN_FA), new BriefingCommand.EndDelegation(ID, 1));
    }

    @Test
    void a_stand_in_cannot_delegate() {
        var world = world(YANJI_FA, TUMEN_FA);
        var standIn =
                new Actor.Officer(
                        officer(TUMEN_FA).id(),
                        YANJI_FA,
                        World.TREE.get(YANJI_FA).function(),
                        true,
                        false,
                        new Actor.Duty(
                                false,
                                Optional.of(officer(YANJI_FA).id()),
                                java.util.Set.of(officer(YANJI_FA).id())));

        assertThat(
                        world.rejected(
                                standIn,
                                delegate(officer(YANJI_FA), officer(YANJI_FA, 2), world.today())))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void the_issuer_of_a_directive_closes_no_unit_of_the_office() {
        var world = world(ROOT);
        var change = new DirectiveChange.CloseUnit(YANJI_FA, TUMEN_FA, world.today());

        assertThat(
                        world.rejected(
                                officer(ROOT),
                                new BriefingCommand.ProposeChange(ID, change, "few people there")))
                .isEqualTo(Code.NOT_ALLOWED);
    }
}
