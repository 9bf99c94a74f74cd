package exeat.desk.projection;

import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AlarmState;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.state.Enactment;
import exeat.casework.state.IssueState;
import exeat.casework.state.State;
import exeat.casework.state.VersionHistory;
import exeat.desk.codec.JsonCodec;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.batch.BatchStore;
import exeat.store.batch.ClarificationRow;
import exeat.store.rows.RebuildStore;
import exeat.store.rows.RebuildStore.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows that events of a stream give, whatever rows there are. {@code RowBuilder} asks for those
 * of a command's events; {@link #rows}, of all events, are those of the whole stream.
 */
public final class StreamRows {

    /** An event of the stream, and when it happened. */
    public record PastEvent(Event event, Instant at) {}

    private final State state;
    private final List<PastEvent> past;
    private final Directive directive;
    private final Optional<Projections> derived;

    /**
     * The rows of a stream.
     *
     * @param past events, up to the newest; of a stream from which something was erased, the last
     *     erasure and what came after it
     * @param derived what is worked out of a case; of no other stream
     */
    public StreamRows(
            State state, List<PastEvent> past, Directive directive, Optional<Projections> derived) {
        this.state = state;
        this.past = List.copyOf(past);
        this.directive = directive;
        this.derived = derived;
    }

    /** As they are written. */
    public Rows rows(long stream, long version) {
        return new Rows(
                stream,
                version,
                Projections.directiveOf(state),
                state instanceof CaseState c ? c.holder().text() : null,
                state instanceof CaseState c ? c.application().number() : null,
                BatchStore.day(Projections.dueDay(state, directive.limits())),
                Projections.authoritiesOf(state, directive),
                derived.map(Projections::work).orElse(List.of()),
                sights(),
                papers(),
                jumps(),
                alarms(),
                issues(),
                clarifications(),
                state instanceof BriefingState briefing
                        ? DutyRows.of(briefing, directive.limits().zone())
                        : List.of(),
                tenures(),
                signatures(),
                briefedUnits(),
                briefedOfficers(),
                cells());
    }

    private List<RebuildStore.Sight> sights() {
        var sights = new ArrayList<RebuildStore.Sight>();
        derived.map(Projections::sights)
                .orElseGet(TreeMap::new)
                .forEach((no, sight) ->
                        sights.add(
                                new RebuildStore.Sight(
                                        no.number(),
                                        Projections.texts(sight.units()),
                                        Projections.numbers(sight.parties()))));
        return sights;
    }

    private Set<String> papers() {
        var papers = new TreeSet<String>();
        for (var one : past) {
            switch (one.event()) {
                case TravellerEvent.Authorised paper ->
                        ErasurePlan.papers(paper).forEach(papers::add);
                case CaseEvent.Erased erased -> {
                    papers.clear();
                    erased.remains().ifPresent(r -> papers.addAll(ErasurePlan.papers(r.whole())));
                }
                default -> {}
            }
        }
        return papers;
    }

    /** The queue jumps by the state, since an erasure does not change them. */
    private List<RebuildStore.Jump> jumps() {
        var jumps = new ArrayList<RebuildStore.Jump>();
        if (state instanceof CaseState c) {
            for (var jump : c.handling().jumps()) {
                jumps.add(
                        new RebuildStore.Jump(
                                jumps.size() + 1,
                                jump.traveller().number(),
                                jump.task(),
                                jump.unit().text(),
                                jump.by().text(),
                                jump.why().stored(),
                                jump.at().toString()));
            }
        }
        return jumps;
    }

    public List<BatchStore.Alarm> alarms() {
        return state instanceof AlarmState alarm
                ? List.of(
                        new BatchStore.Alarm(
                                alarm.holder().text(),
                                alarm.answer().isEmpty(),
                                alarm.due().toString()))
                : List.of();
    }

    public List<BatchStore.Issue> issues() {
        return state instanceof IssueState issue
                ? List.of(
                        new BatchStore.Issue(
                                issue.raisedBy().text(),
                                issue.holder().text(),
                                issue.answer().isEmpty()))
                : List.of();
    }

    private List<ClarificationRow> clarifications() {
        return state instanceof BriefingState briefing
                ? briefing.clarified().stream()
                        .map(c ->
                                new ClarificationRow(
                                        briefing.id().directive(),
                                        c.number(),
                                        c.version().hash(),
                                        c.paragraph(),
                                        c.rules(),
                                        c.text(),
                                        c.at().toString()))
                        .toList()
                : List.of();
    }

    /** Empty if no version was put in force: earlier ones stay in force. */
    public List<BatchStore.Tenure> tenures() {
        return state instanceof BriefingState briefing
                ? briefing.enactment().map(Enactment::tenure).stream()
                        .filter(tenure -> !tenure.versions().isEmpty())
                        .map(JsonCodec::write)
                        .map(json -> new BatchStore.Tenure(briefing.id().directive(), json))
                        .toList()
                : List.of();
    }

    public List<BatchStore.Signature> signatures() {
        var signatures = new ArrayList<BatchStore.Signature>();
        for (var one : past) {
            if (one.event() instanceof EnactmentEvent.RulesSigned signed) {
                for (var pair : signed.pairs()) {
                    signatures.add(
                            new BatchStore.Signature(
                                    directive.ref().id(),
                                    pair,
                                    signed.by().text(),
                                    one.at().toString()));
                }
            }
        }
        return signatures;
    }

    public List<BatchStore.BriefedUnit> briefedUnits() {
        return past.stream()
                .map(PastEvent::event)
                .filter(BriefingEvent.UnitAcknowledged.class::isInstance)
                .map(event -> ((BriefingEvent.UnitAcknowledged) event).unit())
                .map(AuthorityId::text)
                .distinct()
                .map(unit -> new BatchStore.BriefedUnit(directive.ref().id(), unit))
                .toList();
    }

    /** Each with the edition that they read last. */
    public List<BatchStore.BriefedOfficer> briefedOfficers() {
        var last = new TreeMap<String, String>();
        for (var one : past) {
            if (one.event() instanceof BriefingEvent.OfficerAcknowledged read) {
                last.put(read.by().text(), read.edition().orElse(VersionHistory.FIRST));
            }
        }
        return last.entrySet().stream()
                .map(e ->
                        new BatchStore.BriefedOfficer(
                                directive.ref().id(), e.getKey(), e.getValue()))
                .toList();
    }

    private List<BatchStore.Cell> cells() {
        var cells = new ArrayList<BatchStore.Cell>();
        derived.map(Projections::cells)
                .orElseGet(TreeMap::new)
                .forEach((cell, n) ->
                        cells.add(
                                new BatchStore.Cell(
                                        cell.authority().text(),
                                        cell.measure().stored(),
                                        cell.began().toString(),
                                        BatchStore.day(cell.due()),
                                        n)));
        return cells;
    }
}
