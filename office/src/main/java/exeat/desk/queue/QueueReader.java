package exeat.desk.queue;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.auth.TypedText;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.cases.CaseReader;
import exeat.desk.cases.CaseRedaction;
import exeat.desk.projection.CaseTasks;
import exeat.desk.projection.QueueName;
import exeat.desk.queue.QueueRow.Unnamed;
import exeat.desk.register.SessionReader;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.ReadStore;
import exeat.store.rows.ReadStore.Place;
import exeat.store.rows.ReadStore.Stretch;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The work queues, as far as a session may see them. */
public final class QueueReader {

    private static final int MAX_ROWS = 200;

    /** How much of a queue is read at a time to find the next thing to do. */
    private static final int LOOK = 25;

    /** A queue's length is told up to here; beyond, that it is longer. */
    private static final int MAX_COUNTED = 100;

    private static final Place START = before(LocalDate.EPOCH);

    /** The driver writes it as the database's infinity, which comes after every day. */
    private static final LocalDate NEVER = LocalDate.MAX;

    /** Tasks that end with a second officer's word. */
    private static final Set<String> AGREED = Set.of("second", "hearing");

    private static final Stretch WHOLE = new Stretch(START, NEVER);

    private final SessionReader reading;
    private final CaseReader cases;
    private final TypedText sealing;
    private final NameBudget names;

    public QueueReader(
            SessionReader reading, CaseReader cases, TypedText sealing, InstantSource clock) {
        this.names = new NameBudget(clock);
        this.reading = reading;
        this.cases = cases;
        this.sealing = sealing;
    }

    /** How many names lists and searches show to each officer. */
    public NameBudget names() {
        return names;
    }

    /** A file that somebody took before others, where the reader may see it. */
    public record JumpRow(
            CaseId id,
            String number,
            TravellerNo traveller,
            String task,
            AuthorityId unit,
            OfficerId by,
            CaseHandling.OutOfOrderReason why,
            Instant at) {}

    /** The last of the files that were taken before others, in the units in sight. */
    public List<JumpRow> jumps(Session session, int limit) {
        if (!(session.actor() instanceof Actor.Officer)) {
            throw new OfficeException(
                    Code.NOT_ALLOWED, "only officers may see cases taken out" + " of order");
        }
        return StoreCalls.get(() -> reading.store().jumps(reading.eyes(session), limit)).stream()
                .map(row ->
                        new JumpRow(
                                CaseId.of(row.key()),
                                row.number(),
                                new TravellerNo(row.traveller()),
                                row.task(),
                                new AuthorityId(row.unit()),
                                new OfficerId(row.account()),
                                StoredWord.of(CaseHandling.OutOfOrderReason.class, row.why()),
                                row.at()))
                .toList();
    }

    /**
     * One part of a queue.
     *
     * @param after {@link QueuePage#next} of the part before; none for the first
     * @param limit from 1 to 200
     */
    public QueuePage page(Session session, QueueName which, Optional<String> after, int limit) {
        return page(session, which, DueSpan.ALL, after, limit);
    }

    /** As {@link #page(Session, QueueName, Optional, int)}, of what is due on some days alone. */
    public QueuePage page(
            Session session, QueueName which, DueSpan due, Optional<String> after, int limit) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only officers may see queues");
        }
        var unit =
                which == QueueName.WORK || which == QueueName.PROTECTION
                        ? Optional.of(officer.unit())
                        : Optional.<AuthorityId>empty();
        return page(session, which, unit, due, after, limit);
    }

    /**
     * One part of a queue at one unit, as far as the cases are for this session's eyes.
     *
     * @param at empty for every unit in sight
     * @param due what is due on these days alone
     */
    public QueuePage page(
            Session session,
            QueueName which,
            Optional<AuthorityId> at,
            DueSpan due,
            Optional<String> after,
            int limit) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only officers may see queues");
        }
        if (which == QueueName.PROTECTION && !at.equals(Optional.of(officer.unit()))) {
            // Whom another unit is to hear, nobody else is told; not even how many.
            return QueuePage.NOTHING;
        }
        if (limit < 1 || limit > MAX_ROWS) {
            throw new OfficeException(Code.BAD_INPUT, "limit must be 1 to " + MAX_ROWS);
        }
        var queue =
                which == QueueName.WORK ? Optional.<String>empty() : Optional.of(which.stored());
        var unit = at.map(AuthorityId::text);
        var until = due.until().orElse(NEVER);
        var begin = new Stretch(due.from().map(QueueReader::before).orElse(START), until);
        var part = after.map(p -> new Stretch(place(session, p), until)).orElse(begin);
        var eyes = reading.eyes(session);
        var store = reading.store();
        var tasks = StoreCalls.get(() -> store.tasks(eyes, queue, unit, part, limit + 1));
        boolean more = tasks.size() > limit;
        boolean whole = after.isEmpty() && !more;
        long total =
                whole
                        ? tasks.size()
                        : StoreCalls.get(() -> store.count(eyes, queue, unit, begin, MAX_COUNTED));
        var shown = more ? tasks.subList(0, limit) : tasks;
        return new QueuePage(
                shown.stream().flatMap(task -> row(session, task).stream()).toList(),
                more
                        ? Optional.of(sealing.seal(sealing.owner(session), next(shown.getLast())))
                        : Optional.empty(),
                total,
                whole || total < MAX_COUNTED);
    }

    /** What a unit in sight has to do, in its order. */
    public List<QueueRow> forUnit(Session session, AuthorityId unit, int limit) {
        var eyes = reading.eyes(session);
        var store = reading.store();
        return StoreCalls.get(() ->
                        store.tasks(eyes, Optional.empty(), Optional.of(unit.text()), WHOLE, limit))
                .stream()
                .flatMap(task -> row(session, task).stream())
                .toList();
    }

    private static final List<QueueName> WITH_LIMITS =
            List.of(
                    QueueName.REFERRED,
                    QueueName.CLEARANCES,
                    QueueName.TO_AUTHORISE,
                    QueueName.HELD,
                    QueueName.WAITING,
                    QueueName.APPEALS);

    /**
     * What units in sight have to do by a day, what is due first before the rest.
     *
     * @param unit this one alone; empty for all
     */
    public List<QueueRow> dueBy(
            Session session, Optional<AuthorityId> unit, LocalDate by, int limit) {
        var at = unit.map(AuthorityId::text);
        var eyes = reading.eyes(session);
        var store = reading.store();
        return WITH_LIMITS.stream()
                .map(QueueName::stored)
                .flatMap(queue ->
                        StoreCalls.get(() ->
                                store.tasks(
                                        eyes,
                                        Optional.of(queue),
                                        at,
                                        new Stretch(START, by),
                                        limit))
                                .stream())
                .sorted(
                        Comparator.comparing((ReadStore.Task task) -> task.due().orElse(NEVER))
                                .thenComparing(ReadStore.Task::since)
                                .thenComparing(ReadStore.Task::number))
                .limit(limit)
                .flatMap(task -> row(session, task).stream())
                .toList();
    }

    /**
     * The first thing in a queue of the officer's own unit that they see, could do now, and that
     * the filter lets through.
     */
    Optional<QueueRow> first(Session session, QueueName which, Predicate<QueueItem> filter) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return Optional.empty();
        }
        var queue =
                which == QueueName.WORK ? Optional.<String>empty() : Optional.of(which.stored());
        var unit = Optional.of(officer.unit().text());
        var eyes = reading.eyes(session);
        var from = START;
        while (true) {
            var place = from;
            var part = new Stretch(place, NEVER);
            var tasks = StoreCalls.get(() -> reading.store().tasks(eyes, queue, unit, part, LOOK));
            var found =
                    tasks.stream()
                            .filter(task -> filter.test(item(task)))
                            .filter(task -> isWorkable(session, item(task)))
                            .flatMap(task -> row(session, task, false).stream())
                            .findFirst();
            if (found.isPresent() || tasks.size() < LOOK) {
                return found;
            }
            from = after(tasks.getLast());
        }
    }

    private static QueueItem item(ReadStore.Task task) {
        return new QueueItem(
                CaseId.of(task.stream().key()), new TravellerNo(task.traveller()), task.task());
    }

    /** Whether one item can be worked on, read with what a list's row is shown without. */
    private boolean isWorkable(Session session, QueueItem item) {
        var eyes = reading.eyes(session);
        return StoreCalls.get(() -> reading.store().byKey(eyes, item.id().key()))
                .filter(stream -> isWorkable(session, stream, item))
                .isPresent();
    }

    /** Whether the rules would let this officer do it: nobody is handed what they cannot do. */
    private boolean isWorkable(Session session, ReadStore.Stream stream, QueueItem item) {
        return cases.outlook(session, stream)
                .filter(outlook -> Workable.isPossible(outlook, item))
                .isPresent();
    }

    /** Those of some things to do that this officer sees and could do now. */
    Set<QueueItem> inSight(Session session, Collection<QueueItem> turns) {
        var keys = turns.stream().map(turn -> turn.id().key()).distinct().toList();
        var seen = new HashMap<CaseId, Disclosure.CaseSeen>();
        var eyes = reading.eyes(session);
        // One alone has a plan that is made once; of many, none is like the one before.
        var streams =
                keys.size() == 1
                        ? StoreCalls.get(() -> reading.store().byKey(eyes, keys.getFirst()))
                                .stream()
                        : StoreCalls.get(() -> reading.store().byKeys(eyes, keys)).stream();
        var possible = new HashSet<QueueItem>();
        streams.forEach(stream -> {
            cases.seen(session, stream).ifPresent(one -> seen.put(one.id(), one));
            turns.stream()
                    .filter(turn -> turn.id().key().equals(stream.key()))
                    .filter(turn -> isWorkable(session, stream, turn))
                    .forEach(possible::add);
        });
        return possible.stream()
                .filter(turn ->
                        Optional.ofNullable(seen.get(turn.id()))
                                .flatMap(one ->
                                        Optional.ofNullable(one.travellers().get(turn.traveller())))
                                .flatMap(CaseRedaction::stage)
                                .isPresent())
                .collect(Collectors.toSet());
    }

    /** Those of some rows that this officer could do now. */
    public Set<QueueItem> possible(Session session, Collection<QueueRow> rows) {
        return inSight(session, rows.stream().map(QueueRow::item).toList());
    }

    private Optional<QueueRow> row(Session session, ReadStore.Task task) {
        return row(session, task, true);
    }

    /**
     * One line.
     *
     * @param listed whether it is shown in a list, and not only looked at to find the next file
     */
    private Optional<QueueRow> row(Session session, ReadStore.Task task, boolean listed) {
        var no = new TravellerNo(task.traveller());
        return cases.seen(session, task.stream())
                .filter(whole -> !isHearing(task) || whole.past().protection().contains(no))
                .filter(whole -> !isInPerson(task) || whole.inPerson().containsKey(no))
                .flatMap(whole ->
                        Optional.ofNullable(whole.travellers().get(no))
                                .filter(seen ->
                                        isInPerson(task) || CaseRedaction.stage(seen).isPresent())
                                .map(seen -> {
                                    var name =
                                            listed
                                                    ? name(session, whole, no)
                                                    : CaseRedaction.name(seen);
                                    return new QueueRow(
                                            whole.id(),
                                            task.number(),
                                            no,
                                            name,
                                            unnamed(name, seen, task),
                                            CaseRedaction.stage(seen),
                                            task.task(),
                                            new AuthorityId(task.unit()),
                                            task.since(),
                                            task.due(),
                                            heard(seen, task));
                                }));
    }

    private static Optional<LocalDate> heard(TravellerSeen seen, ReadStore.Task task) {
        return !AGREED.contains(task.task())
                ? Optional.empty()
                : CaseRedaction.proposals(seen).stream()
                        .filter(Proposal::open)
                        .flatMap(open -> open.hearing().stream())
                        .flatMap(hearing -> hearing.shownUntil().stream())
                        .max(Comparator.naturalOrder());
    }

    /** Why the line has no name; empty where it has one. */
    private static Optional<Unnamed> unnamed(String name, TravellerSeen seen, ReadStore.Task task) {
        if (!name.isEmpty()) {
            return Optional.empty();
        }
        if (isInPerson(task)) {
            return Optional.of(Unnamed.IN_PERSON);
        }
        return Optional.of(CaseRedaction.name(seen).isEmpty() ? Unnamed.UNPROVED : Unnamed.LIMIT);
    }

    /** Somebody stands before an officer: a second one is told that, and no more of them. */
    private static boolean isInPerson(ReadStore.Task task) {
        return task.task().equals(CaseTasks.IN_PERSON);
    }

    /** Whether a task is a hearing, which only those who hear find in their list. */
    private static boolean isHearing(ReadStore.Task task) {
        return task.task().equals(CaseTasks.HEAR) || task.task().equals(CaseTasks.HEAR_SECOND);
    }

    /** As the list shows it, which is a look; empty where so many were shown before. */
    private String name(Session session, Disclosure.CaseSeen whole, TravellerNo no) {
        var seen = Objects.requireNonNull(whole.travellers().get(no));
        var name = CaseRedaction.name(seen);
        if (name.isEmpty()) {
            return name;
        }
        return switch (names.show(session, whole.id(), no)) {
            case AGAIN -> name;
            case FRESH -> {
                cases.listed(session, whole.id(), no);
                yield name;
            }
            case WITHHELD -> "";
        };
    }

    /** The place before everything that is due on a day. */
    private static Place before(LocalDate day) {
        return new Place(day, Instant.EPOCH, "", -1, "");
    }

    private static String next(ReadStore.Task task) {
        var place = after(task);
        return String.join(
                "~",
                place.due().toString(),
                place.since().toString(),
                place.number(),
                Integer.toString(place.traveller()),
                place.task());
    }

    private static Place after(ReadStore.Task task) {
        return new Place(
                task.due().orElse(NEVER),
                task.since(),
                task.number(),
                task.traveller(),
                task.task());
    }

    /** Whether it is {@link QueuePage#next} of a part that this session was shown. */
    public boolean isPlace(Session session, String after) {
        return sealing.open(session, after).isPresent();
    }

    /** A place that this office gave to the same reader; it names cases that it does not show. */
    private Place place(Session session, String after) {
        var parts =
                sealing.open(session, after)
                        .orElseThrow(
                                () -> new OfficeException(Code.BAD_INPUT, "not a place in a queue"))
                        .split("~", 5);
        return new Place(
                LocalDate.parse(parts[0]),
                Instant.parse(parts[1]),
                parts[2],
                Integer.parseInt(parts[3]),
                parts[4]);
    }
}
