package exeat.desk.report;

import exeat.casework.command.Actor;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.oversight.Alarm;
import exeat.oversight.ReportingHierarchy;
import exeat.oversight.Situation;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports that units sent, with their figures at that time, and reports that are due. */
public final class SentReports implements AlarmSource {

    private final SessionReader reading;
    private final DirectiveRegister register;

    public SentReports(SessionReader reading, DirectiveRegister register) {
        this.reading = reading;
        this.register = register;
    }

    /**
     * What the officer's own unit, and every unit in sight of it, has to report and reported.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} for anybody but an officer
     */
    public List<ReportState> list(Session session, String directive) {
        if (!(session.actor() instanceof Actor.Officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only officers may see reports");
        }
        return reading.reports(session, directive);
    }

    /** One unit's reports; empty if the reader may not see it, or it has nothing to report. */
    public Optional<ReportState> of(Session session, ReportId id) {
        return session.actor() instanceof Actor.Officer
                ? reading.state(session, id.key()).map(ReportState.class::cast)
                : Optional.empty();
    }

    /**
     * A report as it was sent.
     *
     * @param figures as they were then; nobody can change them
     * @param log the head of the log on which they stand
     * @param below the last reports that units directly below had sent by then, as far as in sight
     */
    public record Report(
            ReportId id,
            UnitReports.Sent sent,
            SituationReport figures,
            Optional<ReportFigures.LogHead> log,
            List<Below> below) {
        public Report {
            below = List.copyOf(below);
        }
    }

    /** A report of a unit below, with the words of each level. */
    public record Below(ReportId id, UnitReports.Sent sent) {}

    /** One report; empty where the unit is not in sight, or sent none with this number. */
    public Optional<Report> report(Session session, ReportId id, int number) {
        return of(session, id)
                .flatMap(state ->
                        state.reports().sent().stream()
                                .filter(sent -> sent.number() == number)
                                .findFirst())
                .flatMap(sent ->
                        event(session, id, sent.step())
                                .map(event -> report(session, id, sent, event)));
    }

    private Report report(
            Session session, ReportId id, UnitReports.Sent sent, ReportEvent.ReportSent event) {
        var directive = register.directive(event.directive());
        var tree = directive.authorities();
        var situation = Situation.of(tree, id.unit(), event.figures());
        var units = ReportingHierarchy.below(tree, id.unit()).stream().map(Authority::id).toList();
        var below =
                list(session, id.directive()).stream()
                        .filter(state -> units.contains(state.id().unit()))
                        .flatMap(state ->
                                state.reports().sent().stream()
                                        .filter(s -> !s.at().isAfter(sent.at()))
                                        .reduce((_, last) -> last)
                                        .map(s -> new Below(state.id(), s))
                                        .stream())
                        .toList();
        return new Report(
                id,
                sent,
                new SituationReport(situation, List.of(directive), Optional.empty()),
                event.figures().log(),
                below);
    }

    private Optional<ReportEvent.ReportSent> event(Session session, ReportId id, long step) {
        return StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key())).stream()
                .flatMap(stream -> reading.events(session, stream, id).stream())
                .filter(recorded -> recorded.sequence() == step)
                .map(recorded -> (ReportEvent.ReportSent) recorded.event())
                .findFirst();
    }

    /** Overdue reports, shown at the top of the situation of the unit and those above. */
    @Override
    public List<Alarm> alarms(
            Session session, Directive directive, Set<AuthorityId> units, Instant now) {
        var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
        return list(session, directive.ref().id()).stream()
                .filter(state -> units.contains(state.id().unit()))
                .flatMap(state ->
                        state.reports().open().stream()
                                .filter(due -> due.daysLate(today) > 0)
                                .map(due ->
                                        new Alarm(
                                                state.id().unit(),
                                                Alarm.Kind.REPORT_MISSING,
                                                words(due, due.daysLate(today)),
                                                due.by(),
                                                "/officer/reports#" + state.id().unit())))
                .toList();
    }

    private static String words(UnitReports.Due due, long days) {
        var which =
                switch (due.why()) {
                    case FIRST -> "The report on receipt of the directive";
                    case REGULAR -> "The regular report";
                    case ASKED -> "The report that a higher level asked for";
                };
        return "%s is missing, %d %s overdue.".formatted(which, days, days == 1 ? "day" : "days");
    }
}
