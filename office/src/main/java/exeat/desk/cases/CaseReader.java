package exeat.desk.cases;

import exeat.casework.Lifecycle;
import exeat.casework.access.Disclosure;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.decide.OpenChoice;
import exeat.casework.decide.Reevaluation;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.State;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.oversight.TimeAccounting;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Finding;
import exeat.store.rows.ReadStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people may read of cases. Every read runs as a database role that sees only the rows of its
 * session, and comes out masked.
 */
public final class CaseReader {

    private final SessionReader reading;
    private final DirectiveRegister register;
    private final AccessLog looks;

    public CaseReader(SessionReader reading, DirectiveRegister register, AccessLog looks) {
        this.reading = reading;
        this.register = register;
        this.looks = looks;
    }

    /** The case with this id; also empty if this session may not see it. */
    public Optional<CaseView> find(Session session, CaseId id) {
        return StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .flatMap(stream -> view(session, stream));
    }

    /** Whether this session may see the case; to ask is no look. */
    public boolean isReadable(Session session, CaseId id) {
        return StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .flatMap(stream -> seen(session, stream))
                .isPresent();
    }

    /** The case with this number, however it is typed. */
    public Optional<CaseView> byNumber(Session session, String number) {
        return ReferenceCodes.readNumber(number)
                .flatMap(stored ->
                        StoreCalls.get(
                                () -> reading.store().byNumber(reading.eyes(session), stored)))
                .flatMap(stream -> view(session, stream));
    }

    /** The case of a travel authorisation, however its number is typed. */
    public Optional<CaseView> byPaper(Session session, String paperNumber) {
        return ReferenceCodes.readPaper(paperNumber)
                .flatMap(stored ->
                        StoreCalls.get(
                                () -> reading.store().byPaper(reading.eyes(session), stored)))
                .flatMap(stream -> view(session, stream));
    }

    private Optional<CaseView> view(Session session, ReadStore.Stream stream) {
        var seen = seen(session, stream);
        seen.ifPresent(shown -> looks.record(session, shown));
        return seen.map(shown ->
                new CaseView(shown, stream.directive(), shown.past().version(stream.version())));
    }

    /** What this session may see of a case; empty for nothing. Not recorded in the access log. */
    public Optional<Disclosure.CaseSeen> seen(Session session, ReadStore.Stream stream) {
        var directive = register.directive(stream.directive());
        return reading.open(stream) instanceof CaseState state
                ? Disclosure.view(
                        DueDays.shown(state, directive.limits()),
                        session.actor(),
                        register.tree(directive),
                        reading.today(directive),
                        reading.now())
                : Optional.empty();
    }

    /** What would become of the reader's commands on a case; empty where they may not see it. */
    public Optional<CaseOutlook> outlook(Session session, CaseId id) {
        return StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .filter(stream -> seen(session, stream).isPresent())
                .flatMap(stream -> outlook(session, stream));
    }

    /** The outlook for a stream that was read; empty if it is no case. */
    public Optional<CaseOutlook> outlook(Session session, ReadStore.Stream stream) {
        return reading.open(stream) instanceof CaseState state
                ? Optional.of(new CaseOutlook(state, context(session, stream)))
                : Optional.empty();
    }

    private Context context(Session session, ReadStore.Stream stream) {
        var directive = register.directive(stream.directive());
        var force =
                new DirectiveContext(
                        DirectiveStatus.IN_FORCE,
                        Optional.of(directive),
                        Optional.empty(),
                        register.closed(directive, reading.today(directive)),
                        register.layers().above(directive));
        return new Context(
                reading.now(), directive, session.actor(), Set.of(), ReferenceCodes.paper(), force);
    }

    /** The open choices of the travellers who are seen whole; none in most cases. */
    public SortedMap<TravellerNo, OpenChoice> choices(Session session, CaseId id) {
        var choices = new TreeMap<TravellerNo, OpenChoice>();
        StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .ifPresent(stream -> choices(session, stream, choices));
        return choices;
    }

    /**
     * Adds the choices of each traveller as the reader sees them, so that nothing shows that they
     * may not know.
     */
    private void choices(
            Session session, ReadStore.Stream stream, Map<TravellerNo, OpenChoice> choices) {
        var context = context(session, stream);
        if (context.force().above().unproved().isEmpty()
                || !(reading.open(stream) instanceof CaseState state)) {
            return;
        }
        seen(session, stream)
                .ifPresent(seen ->
                        seen.travellers()
                                .forEach((no, one) -> {
                                    if (one instanceof Disclosure.Whole(var traveller)) {
                                        Lifecycle.choice(state, traveller, context)
                                                .ifPresent(open -> choices.put(no, open));
                                    }
                                }));
    }

    /** A case as the session sees it, with its events as they are stored. */
    record StoredCase(
            Disclosure.CaseSeen seen,
            ReadStore.Stream stream,
            List<ReadStore.StoredEvent> events) {}

    Optional<StoredCase> stored(Session session, CaseId id) {
        var eyes = reading.eyes(session);
        var stream = StoreCalls.get(() -> reading.store().byKey(eyes, id.key()));
        return stream.flatMap(found -> seen(session, found))
                .map(seen ->
                        new StoredCase(
                                seen,
                                stream.orElseThrow(),
                                StoreCalls.get(() -> reading.store().events(eyes, id.key()))));
    }

    /** The current finding, and the one that another version gives for the facts of a day. */
    public record ThenAndNow(Finding stands, Finding then) {}

    /**
     * A case decided again: the travellers who are seen whole, have a finding, and were in the case
     * on that day.
     *
     * @param factsOf the day at whose end the facts were known so
     * @param filed whether there was a case by then
     */
    public record CaseAsOf(
            DirectiveRef version,
            LocalDate factsOf,
            boolean filed,
            SortedMap<TravellerNo, ThenAndNow> travellers) {}

    /**
     * Decides a case again as of a day, with the facts known at its end and the version in force on
     * it; changes nothing.
     *
     * @return empty if no version was in force or the session may not see the case
     */
    public Optional<CaseAsOf> asOf(Session session, CaseId id, LocalDate day) {
        return StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .flatMap(stream -> {
                    var zone = register.directive(stream.directive()).vocabulary().zone();
                    return register.tenure(stream.directive().id())
                            .asOf(day, zone)
                            .map(register::directive)
                            .flatMap(version -> again(session, stream, id, version, day));
                });
    }

    private Optional<CaseAsOf> again(
            Session session, ReadStore.Stream stream, CaseId id, Directive version, LocalDate day) {
        if (!(reading.open(stream) instanceof CaseState state)) {
            return Optional.empty();
        }
        var zone = register.directive(stream.directive()).vocabulary().zone();
        var seen = seen(session, stream);
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var known = seen.flatMap(s -> until(told(session, stream, id, s), end));
        var travellers = new TreeMap<TravellerNo, ThenAndNow>();
        for (var traveller : state.travellers().values()) {
            var whole =
                    seen.map(s -> s.travellers().get(traveller.no()))
                            .filter(Disclosure.Whole.class::isInstance);
            var was = known.map(then -> then.travellers().get(traveller.no()));
            var stands = whole.flatMap(w -> ((Disclosure.Whole) w).state().finding());
            if (was.isPresent() && stands.isPresent()) {
                Reevaluation.decide(known.orElseThrow(), was.get(), version)
                        .ifPresent(then ->
                                travellers.put(traveller.no(), new ThenAndNow(stands.get(), then)));
            }
        }
        return seen.map(_ -> new CaseAsOf(version.ref(), day, known.isPresent(), travellers));
    }

    /** The case as it was before a moment, rebuilt from its events; empty if it did not exist. */
    private static Optional<CaseState> until(List<RecordedEvent> events, Instant before) {
        Optional<State> folded = Optional.empty();
        for (var event : events) {
            if (event.at().isBefore(before)) {
                folded = Optional.of(Lifecycle.evolve(folded, event));
            }
        }
        return folded.map(CaseState.class::cast);
    }

    /** The events, without those that happened since somebody's last view goes on. */
    private List<RecordedEvent> told(
            Session session, ReadStore.Stream stream, CaseId id, Disclosure.CaseSeen seen) {
        return reading.events(session, stream, id).stream()
                .filter(event -> !CaseRedaction.isUnseen(event, seen))
                .map(event -> CaseRedaction.asTold(event, seen))
                .toList();
    }

    /** The history, as far as it concerns travellers whom the reader sees in full. */
    public List<RecordedEvent> history(Session session, CaseId id) {
        var stream = StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), id.key()));
        var seen = stream.flatMap(found -> seen(session, found));
        if (seen.isEmpty()) {
            return List.of();
        }
        return reading.events(session, stream.orElseThrow(), id).stream()
                .flatMap(event -> CaseRedaction.event(event, seen.get()).stream())
                .map(event -> numbered(event, seen.get()))
                .toList();
    }

    /** With its number among the steps that this reader is told of. */
    private static RecordedEvent numbered(RecordedEvent event, Disclosure.CaseSeen seen) {
        return new RecordedEvent(
                event.stream(), seen.past().version(event.sequence()), event.at(), event.event());
    }

    /**
     * Who had a traveller's case for how long, and which deadlines run now.
     *
     * @param running the limits that run now, of every unit
     */
    public record TravellerClock(TimeAccounting booking, List<DueDays.Limit> running) {
        public TravellerClock {
            running = List.copyOf(running);
        }
    }

    /** The clocks of the travellers who are seen whole. */
    public SortedMap<TravellerNo, TravellerClock> clocks(Session session, CaseId id) {
        var clocks = new TreeMap<TravellerNo, TravellerClock>();
        stored(session, id)
                .ifPresent(stored -> {
                    var limits = register.directive(stored.stream().directive()).limits();
                    var history = told(session, stored.stream(), id, stored.seen());
                    var state = (CaseState) reading.open(stored.stream());
                    stored.seen()
                            .travellers()
                            .forEach((no, seen) -> {
                                if (seen instanceof Disclosure.Whole(var traveller)) {
                                    var days = new DueDays(state, traveller, limits);
                                    clocks.put(
                                            no,
                                            new TravellerClock(
                                                    TimeAccounting.of(
                                                            history, no, limits, reading.now()),
                                                    days.running()));
                                }
                            });
                });
        return clocks;
    }

    /** Records that a list showed this person's name to the reader. */
    public void listed(Session session, CaseId id, TravellerNo no) {
        looks.listed(session, id, no);
    }
}
