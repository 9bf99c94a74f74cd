package exeat.desk;

import exeat.casework.Actor;
import exeat.casework.Anew;
import exeat.casework.Disclosure;
import exeat.casework.DueDays;
import exeat.casework.Event;
import exeat.casework.Keeping;
import exeat.casework.Lifecycle;
import exeat.casework.OfficerId;
import exeat.casework.State;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
import exeat.oversight.Booking;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.DirectiveRef;
import exeat.rules.Finding;
import exeat.rules.StoredWord;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ReadStore;
import exeat.store.ReadStore.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What people may read of cases. Every read runs as a database role that sees only the rows of its
 * session, and comes out masked.
 */
public final class Cases {

    private static final int MOST_ROWS = 200;

    /** A queue's length is told up to here; beyond, that it is longer. */
    private static final int MOST_COUNTED = 100;

    private static final Place START = new Place(LocalDate.EPOCH, Instant.EPOCH, "", -1, "");

    /** The driver writes it as the database's infinity, which comes after every day. */
    private static final LocalDate NEVER = LocalDate.MAX;

    private final Reading reading;
    private final Register register;
    private final Looks looks;

    Cases(Reading reading, Register register, Looks looks) {
        this.reading = reading;
        this.register = register;
        this.looks = looks;
    }

    /** The case with this id; empty as well when it is not for this session's eyes. */
    public Optional<CaseView> find(Session session, CaseId id) {
        return Calls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .flatMap(stream -> view(session, stream));
    }

    /** The case with this number, however it is typed. */
    public Optional<CaseView> byNumber(Session session, String number) {
        return Words.readNumber(number)
                .flatMap(stored ->
                        Calls.get(() -> reading.store().byNumber(reading.eyes(session), stored)))
                .flatMap(stream -> view(session, stream));
    }

    /** The case of a travel authorisation, however its number is typed. */
    public Optional<CaseView> byPaper(Session session, String paperNumber) {
        return Words.readPaper(paperNumber)
                .flatMap(stored ->
                        Calls.get(() -> reading.store().byPaper(reading.eyes(session), stored)))
                .flatMap(stream -> view(session, stream));
    }

    private Optional<CaseView> view(Session session, ReadStore.Stream stream) {
        var seen = seen(session, stream);
        seen.ifPresent(shown -> looks.at(session, shown));
        return seen.map(shown -> new CaseView(shown, stream.directive(), stream.version()));
    }

    private Optional<Disclosure.CaseSeen> seen(Session session, ReadStore.Stream stream) {
        var directive = register.directive(stream.directive());
        return reading.open(stream) instanceof State.CaseState state
                ? Disclosure.view(
                        DueDays.shown(state, directive.limits()),
                        session.actor(),
                        register.tree(directive),
                        reading.today(directive))
                : Optional.empty();
    }

    /** A case as the session sees it, with its events as they are stored. */
    record Stored(Disclosure.CaseSeen seen, ReadStore.Stream stream, List<ReadStore.Past> events) {}

    Optional<Stored> stored(Session session, CaseId id) {
        var eyes = reading.eyes(session);
        var stream = Calls.get(() -> reading.store().byKey(eyes, id.key()));
        return stream.flatMap(found -> seen(session, found))
                .map(seen ->
                        new Stored(
                                seen,
                                stream.orElseThrow(),
                                Calls.get(() -> reading.store().events(eyes, id.key()))));
    }

    /** The finding that stands, and the one that another version gives for the facts of a day. */
    public record Again(Finding stands, Finding then) {}

    /**
     * A case decided again: the travellers who are seen whole, have a finding, and were in the case
     * on that day.
     *
     * @param factsOf the day at whose end the facts were known so
     * @param filed whether there was a case by then
     */
    public record AsOf(
            DirectiveRef version,
            LocalDate factsOf,
            boolean filed,
            SortedMap<TravellerNo, Again> travellers) {}

    /**
     * Decides a case again as of a day, from what was known at its end and under the version that
     * was in force on it; nothing comes of it.
     *
     * @return empty where none was, or the case is not for this session's eyes
     */
    public Optional<AsOf> asOf(Session session, CaseId id, LocalDate day) {
        return Calls.get(() -> reading.store().byKey(reading.eyes(session), id.key()))
                .flatMap(stream -> {
                    var zone = register.directive(stream.directive()).vocabulary().zone();
                    return register.tenure(stream.directive().id())
                            .asOf(day, zone)
                            .map(register::directive)
                            .flatMap(version -> again(session, stream, id, version, day));
                });
    }

    private Optional<AsOf> again(
            Session session, ReadStore.Stream stream, CaseId id, Directive version, LocalDate day) {
        if (!(reading.open(stream) instanceof State.CaseState state)) {
            return Optional.empty();
        }
        var zone = register.directive(stream.directive()).vocabulary().zone();
        var known = until(session, stream, id, day.plusDays(1).atStartOfDay(zone).toInstant());
        var travellers = new TreeMap<TravellerNo, Again>();
        var seen = seen(session, stream);
        for (var traveller : state.travellers().values()) {
            var whole =
                    seen.map(s -> s.travellers().get(traveller.no()))
                            .filter(Disclosure.Whole.class::isInstance);
            var was = known.map(then -> then.travellers().get(traveller.no()));
            if (whole.isPresent() && was.isPresent() && traveller.finding().isPresent()) {
                Anew.decide(known.orElseThrow(), was.get(), version)
                        .ifPresent(then ->
                                travellers.put(
                                        traveller.no(),
                                        new Again(traveller.finding().get(), then)));
            }
        }
        return seen.map(_ -> new AsOf(version.ref(), day, known.isPresent(), travellers));
    }

    /** The case as it stood before a moment, from its own events; none before there was one. */
    private Optional<State.CaseState> until(
            Session session, ReadStore.Stream stream, CaseId id, Instant before) {
        Optional<State> folded = Optional.empty();
        for (var event : reading.events(session, stream, id)) {
            if (event.at().isBefore(before)) {
                folded = Optional.of(Lifecycle.evolve(folded, event));
            }
        }
        return folded.map(State.CaseState.class::cast);
    }

    /** What happened, as far as it concerns travellers who are seen whole. */
    public List<Event.Recorded> history(Session session, CaseId id) {
        var stream = Calls.get(() -> reading.store().byKey(reading.eyes(session), id.key()));
        var seen = stream.flatMap(found -> seen(session, found));
        if (seen.isEmpty()) {
            return List.of();
        }
        return reading.events(session, stream.orElseThrow(), id).stream()
                .flatMap(event -> Masks.event(event, seen.get()).stream())
                .toList();
    }

    /**
     * On whose clock the time of a traveller went, and what runs now.
     *
     * @param running the limits that run now, of every unit
     */
    public record Clock(Booking booking, List<DueDays.Limit> running) {
        public Clock {
            running = List.copyOf(running);
        }
    }

    /** The clocks of the travellers who are seen whole. */
    public SortedMap<TravellerNo, Clock> clocks(Session session, CaseId id) {
        var clocks = new TreeMap<TravellerNo, Clock>();
        stored(session, id)
                .ifPresent(stored -> {
                    var limits = register.directive(stored.stream().directive()).limits();
                    var history = reading.events(session, stored.stream(), id);
                    var state = (State.CaseState) reading.open(stored.stream());
                    stored.seen()
                            .travellers()
                            .forEach((no, seen) -> {
                                if (seen instanceof Disclosure.Whole(var traveller)) {
                                    var days = new DueDays(state, traveller, limits);
                                    clocks.put(
                                            no,
                                            new Clock(
                                                    Booking.of(history, no, limits, reading.now()),
                                                    days.running()));
                                }
                            });
                });
        return clocks;
    }

    /** A file that somebody took before others, where the reader may see it. */
    public record JumpRow(
            CaseId id,
            String number,
            TravellerNo traveller,
            String task,
            AuthorityId unit,
            OfficerId by,
            Keeping.Why why,
            Instant at) {}

    /** The last of the files that were taken before others, in the units in sight. */
    public List<JumpRow> jumps(Session session, int limit) {
        if (!(session.actor() instanceof Actor.Officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "jumps are for officers");
        }
        return Calls.get(() -> reading.store().jumps(reading.eyes(session), limit)).stream()
                .map(row ->
                        new JumpRow(
                                Doors.caseId(row.key()),
                                row.number(),
                                new TravellerNo(row.traveller()),
                                row.task(),
                                new AuthorityId(row.unit()),
                                new OfficerId(row.account()),
                                StoredWord.of(Keeping.Why.class, row.why()),
                                row.at()))
                .toList();
    }

    /**
     * One part of a queue.
     *
     * @param after {@link QueuePage#next} of the part before; none for the first
     * @param limit from 1 to 200
     */
    public QueuePage queue(Session session, Queue which, Optional<String> after, int limit) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "queues are for officers");
        }
        var unit =
                which == Queue.WORK ? Optional.of(officer.unit()) : Optional.<AuthorityId>empty();
        return queue(session, which, unit, after, limit);
    }

    /**
     * One part of a queue at one unit, as far as the cases are for this session's eyes.
     *
     * @param at empty for every unit in sight
     */
    public QueuePage queue(
            Session session,
            Queue which,
            Optional<AuthorityId> at,
            Optional<String> after,
            int limit) {
        if (!(session.actor() instanceof Actor.Officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "queues are for officers");
        }
        if (limit < 1 || limit > MOST_ROWS) {
            throw new OfficeException(Code.BAD_INPUT, "limit is not within 1 to " + MOST_ROWS);
        }
        var queue = which == Queue.WORK ? Optional.<String>empty() : Optional.of(which.stored());
        var unit = at.map(AuthorityId::text);
        var place = after.map(Cases::place).orElse(START);
        var eyes = reading.eyes(session);
        var store = reading.store();
        var tasks = Calls.get(() -> store.tasks(eyes, queue, unit, place, limit + 1));
        boolean more = tasks.size() > limit;
        boolean whole = after.isEmpty() && !more;
        long total =
                whole
                        ? tasks.size()
                        : Calls.get(() -> store.count(eyes, queue, unit, START, MOST_COUNTED));
        var shown = more ? tasks.subList(0, limit) : tasks;
        return new QueuePage(
                shown.stream().flatMap(task -> row(session, task).stream()).toList(),
                more ? Optional.of(next(shown.getLast())) : Optional.empty(),
                total,
                whole || total < MOST_COUNTED);
    }

    /** What a unit in sight has to do, in its order. */
    public List<QueueRow> ofUnit(Session session, AuthorityId unit, int limit) {
        var eyes = reading.eyes(session);
        var store = reading.store();
        return Calls.get(() ->
                        store.tasks(eyes, Optional.empty(), Optional.of(unit.text()), START, limit))
                .stream()
                .flatMap(task -> row(session, task).stream())
                .toList();
    }

    private static final List<Queue> WITH_LIMITS =
            List.of(
                    Queue.REFERRED,
                    Queue.CLEARANCES,
                    Queue.TO_AUTHORISE,
                    Queue.HELD,
                    Queue.APPEALS);

    /** What units in sight have to do by a day, what is due first before the rest. */
    public List<QueueRow> soonest(Session session, LocalDate by, int limit) {
        var eyes = reading.eyes(session);
        var store = reading.store();
        return WITH_LIMITS.stream()
                .map(Queue::name)
                .flatMap(queue ->
                        Calls.get(() ->
                                store.tasks(
                                        eyes, Optional.of(queue), Optional.empty(), START, limit))
                                .stream())
                .filter(task -> task.due().filter(due -> !due.isAfter(by)).isPresent())
                .sorted(
                        Comparator.comparing((ReadStore.Task task) -> task.due().orElse(NEVER))
                                .thenComparing(ReadStore.Task::since)
                                .thenComparing(ReadStore.Task::number))
                .limit(limit)
                .flatMap(task -> row(session, task).stream())
                .toList();
    }

    /** What a queue has for the officer's own unit, in its order; what is hidden is left out. */
    List<QueueRow> ofOwnUnit(Session session, Queue which, int limit) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return List.of();
        }
        var queue = which == Queue.WORK ? Optional.<String>empty() : Optional.of(which.stored());
        var unit = Optional.of(officer.unit().text());
        var eyes = reading.eyes(session);
        return Calls.get(() -> reading.store().tasks(eyes, queue, unit, START, limit)).stream()
                .flatMap(task -> row(session, task).stream())
                .toList();
    }

    /** Those of some things to do that would be shown to this officer where they wait. */
    Set<Turns.Turn> inSight(Session session, Collection<Turns.Turn> turns) {
        var keys = turns.stream().map(turn -> turn.id().key()).distinct().toList();
        var seen = new HashMap<CaseId, Disclosure.CaseSeen>();
        var eyes = reading.eyes(session);
        // One alone has a plan that is made once; of many, none is like the one before.
        var streams =
                keys.size() == 1
                        ? Calls.get(() -> reading.store().byKey(eyes, keys.getFirst())).stream()
                        : Calls.get(() -> reading.store().byKeys(eyes, keys)).stream();
        streams.flatMap(stream -> seen(session, stream).stream())
                .forEach(one -> seen.put(one.id(), one));
        return turns.stream()
                .filter(turn ->
                        Optional.ofNullable(seen.get(turn.id()))
                                .flatMap(one ->
                                        Optional.ofNullable(one.travellers().get(turn.traveller())))
                                .flatMap(Masks::stage)
                                .isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<QueueRow> row(Session session, ReadStore.Task task) {
        var no = new TravellerNo(task.traveller());
        return seen(session, task.stream())
                .flatMap(seen -> Optional.ofNullable(seen.travellers().get(no)))
                .flatMap(seen ->
                        Masks.stage(seen)
                                .map(stage ->
                                        new QueueRow(
                                                Doors.caseId(task.stream().key()),
                                                task.number(),
                                                no,
                                                Masks.name(seen),
                                                stage,
                                                task.task(),
                                                new AuthorityId(task.unit()),
                                                task.since(),
                                                task.due())));
    }

    private static String next(ReadStore.Task task) {
        return String.join(
                "~",
                task.due().orElse(NEVER).toString(),
                task.since().toString(),
                task.number(),
                Integer.toString(task.traveller()),
                task.task());
    }

    private static Place place(String after) {
        var parts = after.split("~", 5);
        try {
            return new Place(
                    LocalDate.parse(parts[0]),
                    Instant.parse(parts[1]),
                    parts[2],
                    Integer.parseInt(parts[3]),
                    parts[4]);
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException bad) {
            throw new OfficeException(Code.BAD_INPUT, "not a place in a queue", bad);
        }
    }
}
