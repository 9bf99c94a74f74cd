package exeat.casework.upward;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports;
import exeat.casework.state.UnitReports.Due;
import exeat.casework.state.UnitReports.ReportReason;
import exeat.casework.value.OwnWords;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.ReportSchedule;
import exeat.rules.authority.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a unit reports upward and when. The report belongs to the unit: the officer who sends it
 * adds remarks to figures that the office calculates, and a level above can only add remarks.
 */
public final class ReportRules {

    /** A report cannot be requested for a later day than this. */
    static final int MAX_DAYS = 92;

    /** The most missed dates that are handled in one run of the clock. */
    private static final int MAX_AT_ONCE = 20;

    private ReportRules() {}

    public static Response respond(
            Optional<ReportState> state, Context context, UnitReportCommand command) {
        var unit = command.stream().unit();
        if (context.tree().find(unit).isEmpty()) {
            return Check.rejected(Code.NOT_FOUND, "unit");
        }
        if (command instanceof UnitReportCommand.CheckReportDeadlines pass) {
            return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                    .then(() -> passed(reports(state), context, pass));
        }
        if (!(context.actor() instanceof Actor.Officer officer)) {
            return Check.rejected(Code.NOT_ALLOWED, "actor");
        }
        return mayReport(state, context, officer)
                .failure()
                .<Response>map(Response.Rejected::new)
                .orElseGet(() -> given(state.orElseThrow(), context, officer, command));
    }

    private static Check mayReport(
            Optional<ReportState> state, Context context, Actor.Officer officer) {
        return Check.that(state.isPresent(), Code.NOT_FOUND, "reports")
                .and(officer.briefed(), Code.NOT_BRIEFED, "officer")
                .and(!officer.duty().absent(), Code.NOT_ALLOWED, "absent")
                .and(!context.tree().isClosed(officer.unit()), Code.NOT_ALLOWED, "unit");
    }

    private static Response given(
            ReportState state, Context context, Actor.Officer officer, UnitReportCommand command) {
        return switch (command) {
            case UnitReportCommand.CheckReportDeadlines _ ->
                    Check.rejected(Code.NOT_ALLOWED, "actor");
            case UnitReportCommand.SendReport send -> send(state, context, officer, send);
            case UnitReportCommand.RequestReport ask -> ask(state, context, officer, ask);
            case UnitReportCommand.AddComment add -> add(state, context, officer, add);
        };
    }

    private static UnitReports reports(Optional<ReportState> state) {
        return state.map(ReportState::reports).orElse(UnitReports.NONE);
    }

    private static WorkCalendar calendar(Context context, AuthorityId unit) {
        return context.directive().limits().calendar(unit);
    }

    // The clock.

    private static List<Event> passed(
            UnitReports reports, Context context, UnitReportCommand.CheckReportDeadlines pass) {
        var unit = pass.stream().unit();
        var dates = context.directive().upward().reports();
        if (dates.isEmpty()
                || !context.force().standing().decides()
                || context.tree().isClosed(unit)
                || Mandate.above(context.tree(), unit).equals(unit)) {
            return List.of();
        }
        var events = new ArrayList<Event>();
        if (reports.dues().isEmpty()) {
            pass.received()
                    .map(day -> dates.get().first(calendar(context, unit), day))
                    .ifPresent(
                            by -> events.add(new ReportEvent.ReportDue(1, ReportReason.FIRST, by)));
            return events;
        }
        events.addAll(upcoming(reports, context, unit, dates.get(), false));
        for (var due : reports.open()) {
            chase(due, context, unit, dates.get()).ifPresent(events::add);
        }
        return events;
    }

    /**
     * The next regular date, once the last one has passed or is settled.
     *
     * @param settled whether it is settled now
     */
    private static List<Event> upcoming(
            UnitReports reports,
            Context context,
            AuthorityId unit,
            ReportSchedule dates,
            boolean settled) {
        var events = new ArrayList<Event>();
        var last = reports.lastOfThePack().orElseThrow();
        var by = last.by();
        boolean over = settled || !last.isOpen();
        while ((over || by.isBefore(context.today())) && events.size() < MAX_AT_ONCE) {
            by = dates.next(calendar(context, unit), by);
            int number = reports.dues().size() + events.size() + 1;
            events.add(new ReportEvent.ReportDue(number, ReportReason.REGULAR, by));
            over = false;
        }
        return events;
    }

    /**
     * The unit is reminded of an overdue report; if it is still missing, the next level is told.
     */
    private static Optional<Event> chase(
            Due due, Context context, AuthorityId unit, ReportSchedule dates) {
        var today = context.today();
        if (due.look().filter(day -> !today.isBefore(day)).isEmpty()) {
            return Optional.empty();
        }
        if (due.reminded().isEmpty()) {
            var until = dates.chasedUntil(calendar(context, unit), due.by());
            return Optional.of(new ReportEvent.ReportReminded(due.number(), later(until, today)));
        }
        var at = due.levels().isEmpty() ? unit : due.levels().getLast().to();
        var above = Mandate.above(context.tree(), at);
        if (above.equals(at)) {
            return Optional.empty();
        }
        boolean top = Mandate.above(context.tree(), above).equals(above);
        var until =
                top
                        ? Optional.<LocalDate>empty()
                        : Optional.of(dates.chasedUntil(calendar(context, above), today));
        return Optional.of(new ReportEvent.ReportMissed(due.number(), above, until));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    // Officers.

    private static Response send(
            ReportState state,
            Context context,
            Actor.Officer officer,
            UnitReportCommand.SendReport send) {
        return Check.that(officer.unit().equals(send.stream().unit()), Code.NOT_ALLOWED, "unit")
                .and(!OwnWords.isEmpty(send.words()), Code.REASON_MISSING, "words")
                .and(send.figures().isPresent(), Code.BAD_VALUE, "figures")
                .then(() -> sent(state.reports(), context, officer, send));
    }

    private static List<Event> sent(
            UnitReports reports,
            Context context,
            Actor.Officer officer,
            UnitReportCommand.SendReport send) {
        var settles = reports.settledOn(context.today());
        var events = new ArrayList<Event>();
        events.add(
                new ReportEvent.ReportSent(
                        reports.sent().size() + 1,
                        context.directive().ref(),
                        settles,
                        officer.unit(),
                        officer.id(),
                        send.words(),
                        send.figures().orElseThrow()));
        boolean last =
                reports.lastOfThePack().filter(d -> settles.contains(d.number())).isPresent();
        context.directive()
                .upward()
                .reports()
                .filter(_ -> last)
                .ifPresent(dates ->
                        events.addAll(upcoming(reports, context, officer.unit(), dates, true)));
        return events;
    }

    private static Response ask(
            ReportState state,
            Context context,
            Actor.Officer officer,
            UnitReportCommand.RequestReport ask) {
        var unit = ask.stream().unit();
        var today = context.today();
        return Check.that(
                        Mandate.isHead(context.tree(), officer.unit(), unit),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(!context.tree().isClosed(unit), Code.NOT_ALLOWED, "unit")
                .and(!OwnWords.isEmpty(ask.words()), Code.REASON_MISSING, "words")
                .and(
                        !ask.by().isBefore(today) && !ask.by().isAfter(today.plusDays(MAX_DAYS)),
                        Code.BAD_DATE,
                        "by")
                .then(() ->
                        List.of(
                                new ReportEvent.ReportAsked(
                                        state.reports().dues().size() + 1,
                                        ask.by(),
                                        officer.unit(),
                                        officer.id(),
                                        ask.words())));
    }

    private static Response add(
            ReportState state,
            Context context,
            Actor.Officer officer,
            UnitReportCommand.AddComment add) {
        boolean there =
                state.reports().sent().stream().anyMatch(sent -> sent.number() == add.report());
        return Check.that(
                        Mandate.isHead(context.tree(), officer.unit(), add.stream().unit()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(there, Code.NOT_FOUND, "report")
                .and(!OwnWords.isEmpty(add.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new ReportEvent.WordsAdded(
                                        add.report(), officer.unit(), officer.id(), add.words())));
    }
}
