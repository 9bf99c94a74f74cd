package exeat.desk.audit;

import exeat.casework.Lifecycle;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventChain;
import exeat.casework.event.EventKind;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.casework.value.StreamId;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.audit.AuditStore.AuditedEvent;
import exeat.store.audit.AuditStore.Stream;
import exeat.store.key.Vault;
import exeat.store.ledger.Chain;
import exeat.store.ledger.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rebuilds one stream from its rows: checks each row, then folds it. */
final class StreamVerifier {

    /** The state that an erasure leaves; nothing before it needs to be readable. */
    private static final Set<String> ERASURES =
            Set.of(EventKind.ERASED.stored(), EventKind.ISSUE_ERASED.stored());

    private final Stream stream;
    private final List<AuditedEvent> rows;
    private final Vault vault;
    private final List<IntegrityAudit.Fault> faults;
    private final List<Held> held = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean whole = true;
    private boolean parted;

    /** A row with its event and the stream's state after it. */
    record Step(AuditedEvent row, Event event, State after) {

        /** Its place in the log; greater than all others while it waits for one. */
        long place() {
            return StreamVerifier.place(row);
        }
    }

    private static long place(AuditedEvent row) {
        return row.place().orElse(Long.MAX_VALUE);
    }

    /** A row whose payload matches its event. */
    private record Held(AuditedEvent row, Bytes payload) {}

    StreamVerifier(
            Stream stream,
            List<AuditedEvent> rows,
            Vault vault,
            List<IntegrityAudit.Fault> faults) {
        this.stream = stream;
        this.rows = rows;
        this.vault = vault;
        this.faults = faults;
        check();
    }

    /** A row that says that somebody was erased, with its event. */
    record ErasedRow(AuditedEvent row, CaseEvent.Erased event) {}

    /** The erasures of a case that can be read. */
    List<ErasedRow> erasures() {
        var erased = new ArrayList<ErasedRow>();
        for (var one : held) {
            if (one.row().type().equals(EventKind.ERASED.stored())
                    && JsonCodec.event(one.payload()) instanceof CaseEvent.Erased event) {
                erased.add(new ErasedRow(one.row(), event));
            }
        }
        return erased;
    }

    /** Every row, readable or not. */
    List<AuditedEvent> rows() {
        return List.copyOf(rows);
    }

    /** Whether its travellers have keys; a case unchanged since before such keys has none. */
    boolean isParted() {
        return parted;
    }

    List<Event> events() {
        return steps.stream().map(Step::event).toList();
    }

    /** The readable steps; empty if the stream has faults. */
    List<Step> steps() {
        return whole ? List.copyOf(steps) : List.of();
    }

    /** The place in the log of its first step, readable or not. */
    long first() {
        return rows.isEmpty() ? Long.MAX_VALUE : place(rows.getFirst());
    }

    private void fault(String table, String where, String what) {
        faults.add(new IntegrityAudit.Fault(table, where, what));
        whole = false;
    }

    private String at(AuditedEvent row) {
        return stream.key() + "#" + row.sequence();
    }

    private void check() {
        long next = 1;
        if (rows.isEmpty()) {
            fault("stream", stream.key(), "it has no step");
        }
        var last = new HashMap<Integer, Bytes>();
        for (var row : rows) {
            for (; next < row.sequence(); next++) {
                fault("event", stream.key() + "#" + next, "it is missing");
            }
            next = row.sequence() + 1;
            if (!leaf(row, before(row, last)).equals(row.leaf())) {
                fault("event", at(row), "its fields do not match its leaf hash");
            }
            if (row.blind().isEmpty() && !row.chain().equals(Chain.NONE)) {
                fault("event", at(row), "only a step of a case stands in somebody's chain");
            }
            chains(row).forEach(chain -> last.put(chain, row.leaf()));
            payload(row);
        }
        if (next != stream.version() + 1) {
            fault(
                    next <= stream.version() ? "event" : "stream",
                    stream.key() + "#" + Math.min(next, stream.version() + 1),
                    "the stream says that it has %d events, but the last one is %d"
                            .formatted(stream.version(), next - 1));
        }
        erased();
    }

    /** What is missing must be named by an erasure, and what an erasure names must be missing. */
    private void erased() {
        var steps = new HashSet<Long>();
        for (var one : held) {
            if (ERASURES.contains(one.row().type())) {
                steps.addAll(gone(JsonCodec.event(one.payload())));
            }
        }
        for (var row : rows) {
            boolean there = row.salt().isPresent() || row.sealed().isPresent();
            if (there && steps.contains(row.sequence())) {
                fault("event", at(row), "it was erased, but exists again");
            } else if (!there && !steps.contains(row.sequence())) {
                fault(
                        "event",
                        at(row),
                        "salt and payload are missing, but no entry says that they were erased");
            }
        }
    }

    private static List<Long> gone(Event event) {
        return switch (event) {
            case CaseEvent.Erased erased -> erased.steps();
            case IssueEvent.IssueErased erased -> erased.steps();
            default -> List.of();
        };
    }

    private void payload(AuditedEvent row) {
        if (row.salt().isEmpty() || row.sealed().isEmpty()) {
            return;
        }
        var plain = plain(row, row.sealed().get());
        if (plain.isEmpty()) {
            fault("event", at(row), "it was encrypted for another place");
        } else if (!row.salt().get().then(plain.get()).sha256().equals(row.payloadHash())) {
            fault("event", at(row), "salt and payload do not match the hash in the event");
        } else {
            held.add(new Held(row, plain.get()));
        }
    }

    /** From the last erasure on, which says what remained; earlier steps cannot be read. */
    private List<Held> told() {
        for (int at = held.size() - 1; at >= 0; at--) {
            if (ERASURES.contains(held.get(at).row().type())) {
                return held.subList(at, held.size());
            }
        }
        return held;
    }

    private Optional<Bytes> plain(AuditedEvent row, Bytes sealed) {
        if (stream.kind().equals("register")) {
            return Optional.of(sealed);
        }
        try {
            return stream.wrapped()
                    .map(wrapped -> vault.unwrap(stream.key(), wrapped, stream.travellerKeys()))
                    .flatMap(key -> PayloadSealing.event(key, row.sequence(), sealed))
                    .filter(PayloadSealing.Opened::whole)
                    .map(PayloadSealing.Opened::plain);
        } catch (OfficeException unopened) {
            return Optional.empty();
        }
    }

    /** The chains of a row; a stream that is no case has one. */
    private static IntStream chains(AuditedEvent row) {
        return row.blind().isPresent() ? row.chain().numbers() : IntStream.of(0);
    }

    /**
     * What a row's leaf must say of those before it.
     *
     * @param last the last leaf of each chain
     */
    private static String before(AuditedEvent row, Map<Integer, Bytes> last) {
        var none = Bytes.utf8("");
        return row.blind()
                .map(blind -> row.chain().links(blind, no -> last.getOrDefault(no, none)))
                .orElseGet(() -> last.getOrDefault(0, none).hex());
    }

    /** Recalculated from the columns. */
    private Bytes leaf(AuditedEvent row, String before) {
        return Leaf.hash(
                new Leaf.Entry(
                        stream.key(),
                        Leaf.place(row.sequence(), row.blind()),
                        row.type(),
                        row.at(),
                        row.actor(),
                        row.authority(),
                        row.payloadHash(),
                        before));
    }

    /** That a step stands in the chain of whom its content is about. */
    private void chain(AuditedEvent row, Event event, State after) {
        if (event instanceof CaseEvent of
                && after instanceof CaseState c
                && !row.chain().equals(Chain.of(EventChain.of(of), c.travellers().size()))) {
            fault("event", at(row), "it stands in the chain of others than its content is about");
        }
    }

    /** The events of the register, as far as they are valid. */
    List<ExpectedMandates.Change> register() {
        return held.stream()
                .map(one ->
                        new ExpectedMandates.Change(
                                one.row().sequence(),
                                one.row().type(),
                                one.row().at(),
                                one.payload()))
                .toList();
    }

    /**
     * The state that the events give, compared with the stored one; empty if the events are
     * invalid.
     */
    Optional<State> state() {
        if (!whole || rows.isEmpty()) {
            return Optional.empty();
        }
        Optional<State> state = Optional.empty();
        try {
            for (var one : told()) {
                var event = JsonCodec.event(one.payload());
                var row = one.row();
                if (!EventKind.of(event).stored().equals(row.type())) {
                    fault("event", at(row), "its content is of another event type");
                    return Optional.empty();
                }
                var recorded = new RecordedEvent(id(), row.sequence(), row.at(), event);
                var after = Lifecycle.evolve(state, recorded);
                state = Optional.of(after);
                chain(row, event, after);
                steps.add(new Step(row, event, after));
            }
        } catch (IllegalStateException broken) {
            fault("stream", stream.key(), "its events cannot have happened in this order");
            return Optional.empty();
        }
        stored(state.orElseThrow());
        return state;
    }

    private void stored(State must) {
        try {
            var wrapped = stream.wrapped().orElseThrow();
            var key = vault.unwrap(stream.key(), wrapped, stream.travellerKeys());
            parted = PayloadSealing.isParted(key, stream.version(), stream.state());
            if (!PayloadSealing.state(key, stream.version(), stream.state()).equals(must)) {
                faults.add(
                        new IntegrityAudit.Fault(
                                "stream",
                                stream.key(),
                                "its state differs from what its events give"));
            }
        } catch (OfficeException | IllegalStateException unopened) {
            faults.add(
                    new IntegrityAudit.Fault(
                            "stream", stream.key(), "its state was encrypted for another place"));
        }
    }

    private StreamId id() {
        var name = stream.key().substring(stream.key().indexOf('/') + 1);
        return switch (stream.kind()) {
            case "case" -> new StreamId.CaseId(UUID.fromString(name));
            case "briefing" -> new StreamId.BriefingId(name);
            case "alarm" -> new StreamId.AlarmId(UUID.fromString(name));
            case "report" -> StreamId.ReportId.of(stream.key());
            case "issue" -> new StreamId.IssueId(UUID.fromString(name));
            default -> throw new IllegalStateException("a stream of kind " + stream.kind());
        };
    }
}
