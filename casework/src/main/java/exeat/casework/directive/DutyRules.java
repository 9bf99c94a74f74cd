package exeat.casework.directive;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.DutyEvent;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Duties;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Absence and delegation. Only officers who have acknowledged the directive can stand in or be
 * stood in for; each counts for the unit in which they acknowledged.
 */
final class DutyRules {

    /** Anything longer is not an absence but a vacant post. */
    static final int MAX_DAYS = 366;

    /** A delegation lasts at most a quarter of a year. */
    static final int MAX_DELEGATION_DAYS = 92;

    private DutyRules() {}

    static Duties duties(BriefingState state) {
        return state.duties().orElse(Duties.NONE);
    }

    static Response absent(
            BriefingState state,
            Context context,
            Actor.Officer officer,
            BriefingCommand.SetAbsence absence) {
        return maySpeakFor(state, context, officer, absence.officer())
                .and(
                        isTime(context, absence.from(), absence.until(), MAX_DAYS),
                        Code.BAD_DATE,
                        "until")
                .then(() ->
                        List.of(
                                new DutyEvent.Absent(
                                        duties(state).absences().size() + 1,
                                        absence.officer(),
                                        absence.from(),
                                        absence.until(),
                                        officer.id())));
    }

    static Response back(BriefingState state, Context context, Actor.Officer officer, int number) {
        var absence = duties(state).absence(number);
        return Check.that(absence.isPresent(), Code.NOT_FOUND, "absence")
                .and(() ->
                        maySpeakFor(state, context, officer, absence.orElseThrow().officer())
                                .failure())
                .then(() -> List.of(new DutyEvent.Back(number, officer.id())));
    }

    static Response delegate(
            BriefingState state,
            Context context,
            Actor.Officer officer,
            BriefingCommand.Delegate d) {
        return maySpeakFor(state, context, officer, d.from())
                .and(!d.from().equals(d.to()), Code.BAD_VALUE, "to")
                .and(() -> canStandIn(state, context, officer, d), Code.NOT_ALLOWED, "to")
                .and(
                        isTime(context, d.first(), d.last(), MAX_DELEGATION_DAYS),
                        Code.BAD_DATE,
                        "last")
                .and(
                        () ->
                                duties(state).delegations().stream()
                                        .filter(other -> isInTheWay(other, d))
                                        .findAny()
                                        .isEmpty(),
                        Code.ALREADY_EXISTS,
                        "from")
                .then(() ->
                        List.of(
                                new DutyEvent.Delegated(
                                        duties(state).delegations().size() + 1,
                                        d.from(),
                                        d.to(),
                                        d.first(),
                                        d.last(),
                                        officer.id())));
    }

    /** An officer stands in for one other at a time, and two never for each other. */
    private static boolean isInTheWay(Duties.Delegation other, BriefingCommand.Delegate d) {
        boolean same = other.from().equals(d.from());
        boolean back = other.from().equals(d.to()) && other.to().equals(d.from());
        return (same || back) && other.overlaps(d.first(), d.last());
    }

    static Response end(BriefingState state, Context context, Actor.Officer officer, int number) {
        var delegation = duties(state).delegation(number);
        return Check.that(delegation.isPresent(), Code.NOT_FOUND, "delegation")
                .and(() ->
                        maySpeakFor(state, context, officer, delegation.orElseThrow().from())
                                .failure())
                .then(() -> List.of(new DutyEvent.DelegationEnded(number, officer.id())));
    }

    /**
     * The officer, or somebody above their unit; never an officer who is standing in for another.
     */
    private static Check maySpeakFor(
            BriefingState state, Context context, Actor.Officer officer, OfficerId whom) {
        boolean own = officer.id().equals(whom);
        var unit = own ? Optional.of(officer.unit()) : unitOf(state, whom);
        return Check.that(officer.duty().standsInFor().isEmpty(), Code.NOT_ALLOWED, "actor")
                .and(unit.isPresent(), Code.NOT_FOUND, "officer")
                .and(
                        () ->
                                own
                                        || Mandate.isHead(
                                                context.tree(), officer.unit(), unit.orElseThrow()),
                        Code.NOT_ALLOWED,
                        "unit");
    }

    private static boolean isTime(Context context, LocalDate first, LocalDate last, int mostDays) {
        return !first.isBefore(context.today())
                && !last.isBefore(first)
                && last.isBefore(first.plusDays(mostDays));
    }

    /** Whether they are of the same unit, or of the same function in a unit below the same unit. */
    private static boolean canStandIn(
            BriefingState state,
            Context context,
            Actor.Officer officer,
            BriefingCommand.Delegate d) {
        var tree = context.tree();
        var from =
                d.from().equals(officer.id())
                        ? Optional.of(officer.unit())
                        : unitOf(state, d.from());
        var to = unitOf(state, d.to());
        if (from.isEmpty()
                || to.isEmpty()
                || tree.find(from.get()).isEmpty()
                || tree.find(to.get()).isEmpty()) {
            return false;
        }
        return from.equals(to)
                || (tree.get(from.get()).function().equals(tree.get(to.get()).function())
                        && !tree.isClosed(to.get())
                        && Mandate.above(tree, from.get()).equals(Mandate.above(tree, to.get())));
    }

    /** The unit in which an officer acknowledged. */
    static Optional<AuthorityId> unitOf(BriefingState state, OfficerId officer) {
        return state.units().entrySet().stream()
                .filter(unit -> unit.getValue().officers().contains(officer.text()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
