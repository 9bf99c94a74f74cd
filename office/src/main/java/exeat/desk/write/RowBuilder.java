package exeat.desk.write;

import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.SecretCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventChain;
import exeat.casework.event.EventKind;
import exeat.casework.event.EventStream;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.desk.base.SecretParts;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.projection.CaseTasks;
import exeat.desk.projection.DutyRows;
import exeat.desk.projection.ErasurePlan;
import exeat.desk.projection.LoadedStream;
import exeat.desk.projection.NoticeRows;
import exeat.desk.projection.Projections;
import exeat.desk.projection.StreamRows;
import exeat.oversight.CaseCounters;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.batch.BatchStore;
import exeat.store.batch.ClarificationRow;
import exeat.store.batch.ErasureRow;
import exeat.store.batch.NoticeRow;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.Chain;
import exeat.store.ledger.Leaf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command came to, as the row that is written: sealed, with everything worked out of it. */
final class RowBuilder {

    private static final int SALT = 16;

    private final WriteJob job;
    private final LoadedStream before;
    private final LoadedStream after;
    private final State state;
    private final Directive directive;
    private final Vault.StreamKey key;
    private final @Nullable ErasureRow erase;

    /**
     * Begins a row.
     *
     * @param before the stream as the commands before left it
     * @param after the same with this command's events
     * @param gone what an erasure takes with it, and the key under which the rest lies
     */
    RowBuilder(WriteJob job, LoadedStream before, LoadedStream after, ErasurePlan gone) {
        this.job = job;
        this.before = before;
        this.after = after;
        this.state = after.state().orElseThrow();
        this.directive = after.directive();
        this.key = gone.key();
        this.erase = gone.erase();
    }

    /** The row of these events, which this actor caused. */
    BatchStore.Row row(int ord, List<Event> events, Actor actor) {
        var stream = job.command().stream();
        var ref = directive.ref();
        var work = Changes.of(before, after);
        var follows = follows(events);
        return new BatchStore.Row(
                ord,
                job.session(),
                stream.key(),
                EventStream.of(stream).stored(),
                before.version(),
                job.key(),
                job.hash(),
                ref.id(),
                ref.version(),
                ref.hash(),
                state instanceof CaseState c ? c.holder().text() : null,
                state instanceof CaseState c ? c.application().number() : null,
                BatchStore.day(
                        after.derived().isPresent()
                                ? after.derived().flatMap(Projections::due)
                                : Projections.dueDay(state, directive.limits())),
                sealedState(),
                before.state().isEmpty() ? key.wrapped() : null,
                after.last().toString(),
                sealed(events),
                changedAuthorities(),
                work.begun(),
                work.gone(),
                cells(),
                secrets(),
                papers(events),
                follows.briefedUnits(),
                follows.briefedOfficers(),
                follows.issues(),
                follows.tenures(),
                follows.signatures(),
                travellerKeys(),
                DutyRows.changed(state, events, directive.limits().zone()),
                jumps(before.state(), events),
                erase,
                follows.alarms(),
                clarifications(events),
                notices(events, actor));
    }

    private List<NoticeRow> notices(List<Event> events, Actor actor) {
        return state instanceof CaseState now
                ? NoticeRows.of(
                        before.state().map(CaseState.class::cast),
                        now,
                        events,
                        actor,
                        after.last().atZone(directive.vocabulary().zone()))
                : List.of();
    }

    /** What is the same as when all of the stream is written again. */
    private StreamRows follows(List<Event> events) {
        var steps =
                events.stream()
                        .map(event -> new StreamRows.PastEvent(event, after.last()))
                        .toList();
        return new StreamRows(state, steps, directive, after.derived());
    }

    private Bytes sealedState() {
        return state instanceof CaseState c
                ? PayloadSealing.state(key, after.version(), c, after.derived().orElseThrow().own())
                : PayloadSealing.state(key, after.version(), state);
    }

    /**
     * Work that is new or has changed, and work that is done.
     *
     * @param begun all of it where the file has another holder, who stands in every row
     */
    private record Changes(List<BatchStore.Work> begun, List<BatchStore.Work> gone) {

        static Changes of(LoadedStream before, LoadedStream after) {
            var now = after.derived().map(Projections::work).orElse(List.of());
            var was = before.derived().map(Projections::work).orElse(List.of());
            var places = now.stream().map(CaseTasks::place).collect(Collectors.toSet());
            var gone = was.stream().filter(row -> !places.contains(CaseTasks.place(row))).toList();
            return holder(before).equals(holder(after))
                    ? new Changes(now.stream().filter(row -> !was.contains(row)).toList(), gone)
                    : new Changes(now, gone);
        }

        private static Optional<AuthorityId> holder(LoadedStream stream) {
            return stream.state()
                    .filter(CaseState.class::isInstance)
                    .map(state -> ((CaseState) state).holder());
        }
    }

    /** Nothing where the same units see it as before; they are those of the version it is under. */
    private @Nullable Set<String> changedAuthorities() {
        var now = authorities(after);
        return before.state().isPresent() && authorities(before).equals(now) ? null : now;
    }

    private static Set<String> authorities(LoadedStream stream) {
        return stream.derived()
                .map(Projections::authorities)
                .orElseGet(() ->
                        Projections.authoritiesOf(
                                stream.state().orElseThrow(), stream.directive()));
    }

    /** Only what changed: a new traveller, or one whom others may see whole from now on. */
    private List<BatchStore.TravellerKey> travellerKeys() {
        var keys = new ArrayList<BatchStore.TravellerKey>();
        var was = before.derived().map(Projections::sights).orElseGet(TreeMap::new);
        after.derived()
                .map(Projections::sights)
                .orElseGet(TreeMap::new)
                .forEach((no, sight) -> {
                    if (key.isNew(no.number()) || !sight.equals(was.get(no))) {
                        keys.add(
                                new BatchStore.TravellerKey(
                                        no.number(),
                                        key.wrapped(no.number()),
                                        Projections.texts(sight.units()),
                                        Projections.numbers(sight.parties())));
                    }
                });
        return keys;
    }

    private List<BatchStore.NewEvent> sealed(List<Event> events) {
        var rows = new ArrayList<BatchStore.NewEvent>();
        for (var event : events) {
            long sequence = before.version() + rows.size() + 1;
            var payload = JsonCodec.write(event);
            var salt = Keys.random(SALT);
            rows.add(
                    new BatchStore.NewEvent(
                            EventKind.of(event).stored(),
                            Leaf.payloadHash(salt, payload),
                            salt,
                            PayloadSealing.event(key, sequence, event, payload),
                            chain(event)));
        }
        return rows;
    }

    private Optional<Chain> chain(Event event) {
        return event instanceof CaseEvent of && state instanceof CaseState c
                ? Optional.of(Chain.of(EventChain.of(of), c.travellers().size()))
                : Optional.empty();
    }

    private List<BatchStore.Cell> cells() {
        var was = before.derived().map(Projections::cells).orElseGet(TreeMap::new);
        var now = after.derived().map(Projections::cells).orElseGet(TreeMap::new);
        return CaseCounters.changes(was, now).stream()
                .map(change ->
                        new BatchStore.Cell(
                                change.cell().authority().text(),
                                change.cell().measure().stored(),
                                change.cell().began().toString(),
                                BatchStore.day(change.cell().due()),
                                change.delta()))
                .toList();
    }

    private List<BatchStore.Secret> secrets() {
        return switch (job.command()) {
            case CaseCommand.Apply apply ->
                    apply.secretHashes().entrySet().stream()
                            .map(e ->
                                    new BatchStore.Secret(
                                            e.getKey().number(),
                                            Bytes.fromBase64(e.getValue()),
                                            null))
                            .toList();
            case SecretCommand.IssueSecret issue -> List.of(secret(issue));
            case SecretCommand.StopSecret stop ->
                    List.of(new BatchStore.Secret(stop.to().number(), null, null));
            default -> List.of();
        };
    }

    private BatchStore.Secret secret(SecretCommand.IssueSecret issue) {
        var request = ((CaseState) state).handling().secret(issue.to()).orElseThrow();
        return new BatchStore.Secret(
                issue.to().number(),
                SecretParts.hash(
                        Bytes.fromBase64(request.partHash()), Bytes.fromBase64(issue.partHash())),
                request.from().map(Instant::toString).orElse(null));
    }

    private static Set<String> papers(List<Event> events) {
        return events.stream()
                .filter(TravellerEvent.Authorised.class::isInstance)
                .flatMap(event -> ErasurePlan.papers((TravellerEvent.Authorised) event))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<BatchStore.Jump> jumps(Optional<State> before, List<Event> events) {
        int known =
                before.map(state -> state instanceof CaseState c ? c.handling().jumps().size() : 0)
                        .orElse(0);
        var jumps = new ArrayList<BatchStore.Jump>();
        for (var event : events) {
            if (event instanceof TravellerEvent.Jumped j) {
                jumps.add(jump(known + jumps.size() + 1, j));
            }
        }
        return jumps;
    }

    static BatchStore.Jump jump(int place, TravellerEvent.Jumped j) {
        return new BatchStore.Jump(
                place,
                j.traveller().number(),
                j.task(),
                j.unit().text(),
                j.by().text(),
                j.why().stored());
    }

    private List<ClarificationRow> clarifications(List<Event> events) {
        return events.stream()
                .filter(ClarificationEvent.Clarified.class::isInstance)
                .map(ClarificationEvent.Clarified.class::cast)
                .map(c ->
                        new ClarificationRow(
                                directive.ref().id(),
                                c.number(),
                                c.version().hash(),
                                c.paragraph(),
                                c.rules(),
                                c.text(),
                                after.last().toString()))
                .toList();
    }
}
