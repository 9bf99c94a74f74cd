package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.fee.FeeRules;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Paper;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What time does: it sends up overdue work and ends papers. It closes nothing before a crossing.
 * For a traveller whose steps a claim to protection stops, only the hours of that claim pass.
 */
final class DeadlineRules {

    private DeadlineRules() {}

    static Response passTime(CaseState state, Context context) {
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                .then(() -> passed(state, context));
    }

    private static List<Event> passed(CaseState state, Context context) {
        var events = new ArrayList<Event>();
        var live =
                state.travellers().values().stream()
                        .filter(t -> !t.isSuspended() && !StageTransitions.ENDS.contains(t.stage()))
                        .toList();
        events.addAll(ProtectionRules.passTime(state, context));
        events.addAll(ClosedUnitRules.handOver(state, context));
        if (!events.isEmpty()) {
            // Everything else is due at the successor, or once steps go on: at the next check.
            return events;
        }
        var moved = VersionMigrationRules.move(state, context, live);
        if (!moved.isEmpty()) {
            // Other work that is due is under the other version and is checked the next time.
            return moved;
        }
        if (!live.isEmpty()) {
            events.addAll(
                    IntakeRules.sentUp(context, state.holder(), Independence.reviewers(state)));
            events.addAll(lateFile(state, context, live));
        }
        for (var traveller : live) {
            var moment = new TravellerContext(state, traveller, context);
            events.addAll(lateClearances(moment));
            events.addAll(holdsAtLimit(moment));
            events.addAll(lateAppeals(moment));
            events.addAll(lateStop(moment));
            events.addAll(papersEnded(moment));
            events.addAll(warnings(moment));
            events.addAll(FeeRules.lowered(state, traveller, context));
        }
        return events;
    }

    /**
     * Before a deadline is missed, the unit above is warned. If no unit is above, overdue work is
     * reminded of each week.
     */
    private static List<Event> warnings(TravellerContext m) {
        var events = new ArrayList<Event>();
        for (var limit : m.dueDays().near(m.today())) {
            events.add(warned(m, limit, limit.due()));
        }
        for (var limit : m.dueDays().running()) {
            var weeks = ChronoUnit.WEEKS.between(limit.due(), m.today());
            var reminder = limit.due().plusWeeks(weeks);
            if (weeks > 0 && isAtTheTop(m, limit.unit()) && !m.isWarned(limit, reminder)) {
                events.add(warned(m, limit, reminder));
            }
        }
        return events;
    }

    private static boolean isAtTheTop(TravellerContext m, AuthorityId unit) {
        return Mandate.briefedAbove(m.tree(), unit, m.context().briefed()).equals(unit);
    }

    private static Event warned(TravellerContext m, DueDays.Limit limit, LocalDate due) {
        return new TravellerEvent.Warned(
                m.no(),
                limit.task(),
                limit.about(),
                limit.unit(),
                Mandate.briefedAbove(m.tree(), limit.unit(), m.context().briefed()),
                due);
    }

    /**
     * A referred case, or one ready for its paper, that is overdue: the whole case goes up, once
     * for each deadline.
     */
    private static List<Event> lateFile(
            CaseState state, Context context, List<TravellerState> live) {
        boolean late =
                live.stream()
                        .flatMap(t -> due(new TravellerContext(state, t, context)).stream())
                        .anyMatch(context.today()::isAfter);
        var tree = context.tree();
        boolean briefed = context.briefed().contains(state.holder());
        var above = Mandate.fileAbove(tree, state.holder());
        var reviewing = Independence.reviewers(state);
        // A case goes up past every holder that has not acknowledged.
        if (!late || !briefed || above.equals(state.holder()) || reviewing.contains(above)) {
            return List.of();
        }
        var events = new ArrayList<Event>();
        events.add(new CaseEvent.SentUp(state.holder(), above));
        events.addAll(IntakeRules.sentUp(context, above, reviewing));
        return events;
    }

    /** The holder's deadline; none while the case waits for the traveller. */
    private static Optional<LocalDate> due(TravellerContext m) {
        if (m.isAt(Stage.REFERRED)) {
            return Optional.of(m.dueDays().decide());
        }
        return ConfirmationRules.isSafeguarded(m) && !ConfirmationRules.isOwnWordMissing(m)
                ? m.dueDays().authorise()
                : Optional.empty();
    }

    private static List<Event> lateStop(TravellerContext m) {
        var zone = m.directive().vocabulary().zone();
        return m.traveller().stop().stream()
                .filter(stop -> m.today().isAfter(stop.due(zone)))
                .flatMap(stop -> raised(m, stop.unit()).stream())
                .toList();
    }

    private static Optional<Event> raised(TravellerContext m, AuthorityId from) {
        var above = Mandate.briefedAbove(m.tree(), from, m.context().briefed());
        return above.equals(from)
                ? Optional.empty()
                : Optional.of(
                        new TravellerEvent.StopEscalated(
                                m.no(), from, above, m.today().plusDays(1)));
    }

    private static List<Event> lateAppeals(TravellerContext m) {
        var events = new ArrayList<Event>();
        for (var appeal : m.traveller().appeals()) {
            if (appeal.isOpen() && m.today().isAfter(appeal.due())) {
                AppealRules.above(m, appeal)
                        .ifPresent(above ->
                                events.add(
                                        new TravellerEvent.AppealEscalated(
                                                m.no(),
                                                appeal.number(),
                                                appeal.reviewer(),
                                                above,
                                                m.today().plusDays(DueDays.DAYS_ABOVE))));
            }
        }
        return events;
    }

    /** After the deadline the unit above has it. At the top it stays and is shown as overdue. */
    private static List<Event> lateClearances(TravellerContext m) {
        var events = new ArrayList<Event>();
        for (var clearance : m.traveller().openClearances()) {
            var above = Mandate.briefedAbove(m.tree(), clearance.unit(), m.context().briefed());
            if (m.today().isAfter(m.dueDays().clearance(clearance))
                    && !above.equals(clearance.unit())) {
                events.add(
                        new TravellerEvent.ClearanceEscalated(
                                m.no(),
                                clearance.name(),
                                clearance.unit(),
                                above,
                                m.today().plusDays(DueDays.DAYS_ABOVE)));
            }
        }
        return events;
    }

    private static List<Event> holdsAtLimit(TravellerContext m) {
        var events = new ArrayList<Event>();
        for (var hold : m.traveller().openHolds()) {
            if (HoldRules.hasExpired(hold, m.today())) {
                events.add(
                        new TravellerEvent.HoldReleased(
                                m.no(), hold.number(), Optional.empty(), "order expired"));
                continue;
            }
            if (m.today().isAfter(m.dueDays().hold(hold))) {
                upward(m, hold).ifPresent(events::add);
            }
        }
        return events;
    }

    /**
     * To the unit above. At the top, or if the unit above reviews in this case, once also to a
     * reviewer outside the line.
     */
    private static Optional<Event> upward(TravellerContext m, TravellerState.Hold hold) {
        var above = Mandate.briefedAbove(m.tree(), hold.owner(), m.context().briefed());
        boolean reviews = Independence.reviewers(m.state()).contains(above);
        if (!above.equals(hold.owner()) && !reviews) {
            return Optional.of(
                    new TravellerEvent.HoldEscalated(
                            m.no(),
                            hold.number(),
                            hold.owner(),
                            above,
                            m.today().plusDays(DueDays.DAYS_ABOVE)));
        }
        return hold.reviewer().isPresent()
                ? Optional.empty()
                : AppealRules.reviewer(m, hold)
                        .map(to -> new TravellerEvent.HoldSentToReview(m.no(), hold.number(), to));
    }

    /** Before the crossing this ends only the paper; on a trip, the case. */
    private static List<Event> papersEnded(TravellerContext m) {
        if (!CrossingRules.hasRunOut(m)) {
            return List.of();
        }
        var number = m.traveller().paper().map(Paper::number).orElseThrow();
        var ended = new TravellerEvent.PaperEnded(m.no(), number);
        return m.isAt(Stage.DEPARTED)
                ? List.of(ended, new TravellerEvent.Closed(m.no()))
                : List.of(ended);
    }
}
