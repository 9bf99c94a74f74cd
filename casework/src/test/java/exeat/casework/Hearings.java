package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;

import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Hearings as they are where nobody has anything to say. */
public final class Hearings {

    private Hearings() {}

    /** The person is handed a proposal, and has their days; nothing where they are not heard. */
    public static void pass(World world, int proposal) {
        var of = world.traveller().proposal(proposal).orElseThrow();
        if (of.hearing().isEmpty() || of.act() instanceof TwoOfficerAct.PlaceHold) {
            return;
        }
        serve(world, proposal);
        days(world, of.hearing().map(AdverseHearing::days).orElseThrow() + 1);
    }

    /** An officer of the unit that proposed it hands it over today. */
    public static void serve(World world, int proposal) {
        var unit = world.traveller().proposal(proposal).orElseThrow().unit();
        var function = world.directive.authorities().get(unit).function();
        var officer = new Actor.Officer(new OfficerId(unit.text() + ".1"), unit, function, true);
        world.accepted(
                officer,
                new TravellerCommand.RecordService(
                        CASE, ONE, proposal, world.today(), Optional.of(NoticeKind.PROPOSAL)));
    }

    /** Time alone, of which the clock is not told. */
    public static void days(World world, int days) {
        world.now = world.now.plus(days, ChronoUnit.DAYS);
    }
}
