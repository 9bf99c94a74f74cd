package exeat.desk.audit;

import exeat.casework.access.Visibility;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AlarmState;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.state.Clarification;
import exeat.casework.state.Enactment;
import exeat.casework.state.IssueState;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.TravellerNo;
import exeat.desk.projection.CaseTasks;
import exeat.desk.projection.DutyRows;
import exeat.desk.projection.ErasurePlan;
import exeat.desk.projection.Projections;
import exeat.oversight.CaseCounters;
import exeat.oversight.Measure;
import exeat.oversight.ReportCounter;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
import exeat.store.audit.AuditStore.Line;
import exeat.store.audit.AuditStore.Stream;
import exeat.store.batch.BatchStore.Work;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every row that the tables should have for a stream's state. */
final class ExpectedRows {

    private static final String NEVER = "infinity";
    private static final LocalDate TOGETHER = LocalDate.of(1, 1, 1);

    private final State state;
    private final List<Event> events;
    private final boolean parted;
    private final Directive directive;
    private final TimeLimits limits;

    ExpectedRows(State state, StreamVerifier past, Directive directive) {
        this.state = state;
        this.events = past.events();
        this.parted = past.isParted();
        this.directive = directive;
        this.limits = directive.limits();
    }

    /** The columns of the stream's own row. */
    List<Line> row() {
        var holder = state instanceof CaseState c ? c.holder().text() : "";
        var number = state instanceof CaseState c ? c.application().number() : "";
        var due = Projections.dueDay(state, limits).map(Object::toString).orElse("");
        return List.of(
                new Line("directive_id", Projections.directiveOf(state)),
                new Line("holder", holder),
                new Line("number", number),
                new Line("due", due));
    }

    /** The row's columns as they are stored. */
    static List<Line> row(Stream stream) {
        return List.of(
                new Line("directive_id", stream.directive().id()),
                new Line("holder", stream.holder().orElse("")),
                new Line("number", stream.number().orElse("")),
                new Line("due", stream.due().map(Object::toString).orElse("")));
    }

    private Optional<CaseTasks> tasks() {
        return state instanceof CaseState c
                ? Optional.of(new CaseTasks(c, limits))
                : Optional.empty();
    }

    /** Rows of the stream's own in other tables; each line's place is its table. */
    List<Line> rows() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("stream_key", "a key"));
        if (state instanceof CaseState c) {
            secrets(c, lines);
        }
        Projections.authoritiesOf(state, directive)
                .forEach(unit -> lines.add(new Line("case_authority", unit)));
        tasks().ifPresent(tasks ->
                tasks.rows().forEach(work -> lines.add(new Line("work_item", text(work)))));
        if (parted && state instanceof CaseState c) {
            c.travellers().values().stream()
                    .filter(t -> c.erasure(t.no()).isEmpty())
                    .forEach(t -> lines.add(new Line("traveller_key", sight(c, t))));
        }
        for (var event : events) {
            papers(event).forEach(number -> lines.add(new Line("paper", number)));
        }
        if (state instanceof AlarmState alarm) {
            var open = alarm.answer().isEmpty() ? "t" : "f";
            lines.add(
                    new Line(
                            "alarm",
                            Fields.of(alarm.holder().text(), open, alarm.due().toString())));
        }
        if (state instanceof CaseState c) {
            jumps(c).forEach(text -> lines.add(new Line("queue_jump", text)));
        }
        if (state instanceof BriefingState briefing) {
            briefing.clarified()
                    .forEach(c ->
                            lines.add(
                                    new Line("clarification", text(briefing.id().directive(), c))));
            DutyRows.of(briefing, limits.zone())
                    .forEach(
                            duty -> lines.add(new Line("duty", Fields.of(DutyRows.columns(duty)))));
        }
        if (state instanceof IssueState issue) {
            var open = issue.answer().isEmpty() ? "t" : "f";
            lines.add(
                    new Line(
                            "issue",
                            Fields.of(issue.raisedBy().text(), issue.holder().text(), open)));
        }
        return lines;
    }

    /**
     * The rows that are there, without what is to be told to people who want notices: it goes when
     * it has been sent, so no event says whether it is there. To anybody else nothing is told.
     */
    List<Line> held(List<Line> there) {
        return there.stream().filter(line -> !isWanted(line)).toList();
    }

    private boolean isWanted(Line line) {
        return line.where().equals("notice")
                && state instanceof CaseState c
                && c.travellers().values().stream()
                        .filter(t -> t.no().toString().equals(line.text()))
                        .anyMatch(t -> t.noticesSince().isPresent());
    }

    private static String text(String directive, Clarification c) {
        return Fields.of(
                directive,
                Integer.toString(c.number()),
                c.version().hash(),
                c.paragraph(),
                Fields.list(c.rules()),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, c.at())),
                c.text());
    }

    /** Who has a secret, and whose next one waits: the events say so, and nothing of the secret. */
    private static void secrets(CaseState state, List<Line> lines) {
        if (state.principalHasSecret()) {
            lines.add(new Line("secret", TravellerNo.PRINCIPAL.toString()));
        }
        state.travellers().values().stream()
                .filter(TravellerState::secretIssued)
                .forEach(t -> lines.add(new Line("secret", t.no().toString())));
        var last = new TreeMap<TravellerNo, SecretRequest>();
        for (var request : state.handling().secrets()) {
            if (request.second().isPresent() || request.stopped()) {
                last.put(request.to(), request);
            }
        }
        for (var request : last.values()) {
            request.from()
                    .filter(_ -> !request.stopped())
                    .ifPresent(from ->
                            lines.add(
                                    new Line(
                                            "secret_waiting",
                                            Fields.of(
                                                    request.to().toString(),
                                                    Long.toString(
                                                            ChronoUnit.MICROS.between(
                                                                    Instant.EPOCH, from))))));
        }
    }

    /** Each with its position among those of the case, which an erasure does not change. */
    private static List<String> jumps(CaseState state) {
        var texts = new ArrayList<String>();
        for (var jump : state.handling().jumps()) {
            texts.add(
                    Fields.of(
                            Integer.toString(texts.size() + 1),
                            jump.traveller().toString(),
                            jump.task(),
                            jump.unit().text(),
                            jump.by().text(),
                            jump.why().stored(),
                            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, jump.at()))));
        }
        return texts;
    }

    /** An erasure is then the first readable event, and says which papers remain. */
    private static List<String> papers(Event event) {
        if (event instanceof CaseEvent.Erased erased) {
            return ErasurePlan.papers(erased.remains().orElseThrow().whole());
        }
        return event instanceof TravellerEvent.Authorised paper
                ? ErasurePlan.papers(paper).toList()
                : List.of();
    }

    private static String sight(CaseState state, TravellerState traveller) {
        var sight = Visibility.of(state, traveller);
        return Fields.of(
                traveller.no().toString(),
                Fields.list(sight.units().stream().map(AuthorityId::text).toList()),
                Fields.list(sight.parties().stream().map(TravellerNo::toString).toList()));
    }

    private String text(Work work) {
        var number = state instanceof CaseState c ? c.application().number() : "";
        var holder = state instanceof CaseState c ? c.holder().text() : "";
        var since = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(work.since()));
        return Fields.of(
                Integer.toString(work.traveller()),
                work.queue(),
                work.task(),
                work.unit(),
                holder,
                number,
                Long.toString(since),
                work.due() == null ? NEVER : work.due());
    }

    /**
     * Its counters: waiting work by day, everything else by week.
     *
     * @param foldedBefore the Monday before which all weeks are counted together
     * @param measures what is counted
     */
    Map<String, Long> cells(Optional<LocalDate> foldedBefore, Set<String> measures) {
        var counts = new HashMap<String, Long>();
        if (state instanceof CaseState now) {
            for (var change : CaseCounters.changes(Optional.empty(), now, limits)) {
                var cell = change.cell();
                if (!measures.contains(cell.measure().stored())) {
                    continue;
                }
                var place =
                        Fields.of(
                                now.directive().id(),
                                cell.authority().text(),
                                cell.measure().stored(),
                                day(cell, foldedBefore).toString(),
                                cell.due().map(Object::toString).orElse(NEVER));
                counts.merge(place, (long) change.delta(), Long::sum);
            }
        }
        return counts;
    }

    private static LocalDate day(ReportCounter cell, Optional<LocalDate> foldedBefore) {
        if (cell.measure() == Measure.WAITING) {
            return cell.began();
        }
        return foldedBefore.filter(cell.began()::isBefore).isPresent()
                ? TOGETHER
                : cell.began().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    List<Line> briefedUnits() {
        var lines = new ArrayList<Line>();
        for (var event : events) {
            if (event instanceof BriefingEvent.UnitAcknowledged acknowledged) {
                lines.add(new Line(directive.ref().id(), acknowledged.unit().text()));
            }
        }
        return lines;
    }

    /** Which version is in force when, according to the events. */
    List<Line> tenures() {
        return state instanceof BriefingState briefing
                ? briefing.enactment().map(Enactment::tenure).stream()
                        .filter(tenure -> !tenure.versions().isEmpty())
                        .map(tenure -> new Line(briefing.id().directive(), tenure.toString()))
                        .toList()
                : List.of();
    }

    /** Who signed which pair of a paragraph and a rule. */
    List<Line> signatures() {
        var lines = new ArrayList<Line>();
        for (var event : events) {
            if (event instanceof EnactmentEvent.RulesSigned signed) {
                signed.pairs()
                        .forEach(pair ->
                                lines.add(
                                        new Line(
                                                directive.ref().id(),
                                                Fields.of(pair, signed.by().text()))));
            }
        }
        return lines;
    }

    /** For each officer the edition that they read last. */
    List<Line> briefedOfficers() {
        var last = new TreeMap<String, String>();
        for (var event : events) {
            if (event instanceof BriefingEvent.OfficerAcknowledged read) {
                last.put(read.by().text(), read.edition().orElse(VersionHistory.FIRST));
            }
        }
        return last.entrySet().stream()
                .map(one -> new Line(directive.ref().id(), Fields.of(one.getKey(), one.getValue())))
                .toList();
    }
}
