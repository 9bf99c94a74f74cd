package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Context;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.state.CaseState;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A unit closes or is merged into another. At the next check of the clock its open work goes to the
 * successor; closed cases keep its name, and the successor may read them.
 */
final class ClosedUnitRules {

    private ClosedUnitRules() {}

    /** The handover of what closed units still have in this case; empty if they have nothing. */
    static List<Event> handOver(CaseState state, Context context) {
        var events = new ArrayList<Event>();
        if (context.force().closed().isEmpty()
                || state.travellers().values().stream()
                        .allMatch(t -> StageTransitions.ENDS.contains(t.stage()))) {
            return events;
        }
        var tree = context.tree();
        for (var unit : touched(state)) {
            if (tree.isClosed(unit)) {
                var to = Mandate.briefedFrom(tree, tree.current(unit).id(), context.briefed());
                events.add(new CaseEvent.HandedOver(unit, to, Optional.empty(), ""));
            }
        }
        return events;
    }

    /** Every unit with open work in this case, regardless of who may see it. */
    private static Set<AuthorityId> touched(CaseState state) {
        var units = new TreeSet<AuthorityId>();
        units.add(state.holder());
        state.application().enteredBy().ifPresent(units::add);
        for (var t : state.travellers().values()) {
            t.openClearances().forEach(clearance -> units.add(clearance.unit()));
            t.openHolds()
                    .forEach(hold -> {
                        units.add(hold.owner());
                        hold.reviewer().ifPresent(units::add);
                    });
            t.stop().ifPresent(stop -> units.add(stop.unit()));
            t.hearingUnit().ifPresent(units::add);
            t.reviewedBy().ifPresent(units::add);
            t.appeals().stream()
                    .filter(TravellerState.AppealState::isOpen)
                    .forEach(appeal -> units.add(appeal.reviewer()));
            t.proposals().stream()
                    .filter(TravellerState.Proposal::open)
                    .forEach(proposal -> units.add(proposal.unit()));
        }
        return units;
    }
}
