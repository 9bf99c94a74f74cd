package exeat.casework;

import exeat.casework.Rejection.Code;
import exeat.casework.State.CaseState;
import exeat.rules.AuthorityId;
import exeat.rules.AuthorityTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A unit that closes, or goes into another. Its open work goes to the successor on the first day on
 * which the clock looks; what has ended stays under its name, and whoever follows it may read it.
 */
final class Closing {

    private Closing() {}

    /** Whether two officers of the issuer can decide it: nothing may be left without a unit. */
    static Optional<Rejection> possible(Tenure tenure, Context context, Change.CloseUnit closing) {
        var tree = context.directive().authorities().closing(tenure.closed(closing.from()));
        var unit = tree.find(closing.unit());
        var successor = tree.find(closing.successor());
        return Check.that(unit.isPresent(), Code.NOT_FOUND, "unit")
                .and(successor.isPresent(), Code.NOT_FOUND, "successor")
                .and(() -> !unit.orElseThrow().equals(tree.root()), Code.NOT_ALLOWED, "unit")
                .and(!closing.unit().equals(closing.successor()), Code.BAD_VALUE, "successor")
                .and(
                        () ->
                                unit.orElseThrow()
                                        .function()
                                        .equals(successor.orElseThrow().function()),
                        Code.BAD_VALUE,
                        "successor")
                .and(!closing.from().isBefore(context.today()), Code.BAD_DATE, "from")
                .and(!isClosing(tenure, closing.unit()), Code.ALREADY_EXISTS, "unit")
                .and(!isClosing(tenure, closing.successor()), Code.BAD_VALUE, "successor")
                .and(() -> isLast(tree, closing), Code.WRONG_STAGE, "unit")
                .failure();
    }

    private static boolean isClosing(Tenure tenure, AuthorityId unit) {
        return tenure.closings().orElse(List.of()).stream().anyMatch(c -> c.unit().equals(unit));
    }

    /** An area closes after everything in it. */
    private static boolean isLast(AuthorityTree tree, Change.CloseUnit closing) {
        return !tree.get(closing.unit()).supervises()
                || tree.children(closing.unit()).stream().allMatch(u -> tree.isClosed(u.id()));
    }

    /** What closed units still have in this case goes on; nothing where they have nothing. */
    static List<Event> handOver(CaseState state, Context context) {
        var events = new ArrayList<Event>();
        if (context.force().closed().isEmpty()
                || state.travellers().values().stream()
                        .allMatch(t -> Life.ENDS.contains(t.stage()))) {
            return events;
        }
        var tree = context.tree();
        for (var unit : touched(state)) {
            if (tree.isClosed(unit)) {
                var to = Mandate.briefedFrom(tree, tree.now(unit).id(), context.briefed());
                events.add(new Event.HandedOver(unit, to, Optional.empty(), ""));
            }
        }
        return events;
    }

    /** Every unit that has something open here, whoever may see it. */
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
