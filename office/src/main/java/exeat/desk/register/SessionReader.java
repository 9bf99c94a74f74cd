package exeat.desk.register;

import exeat.casework.event.RecordedEvent;
import exeat.casework.state.AlarmState;
import exeat.casework.state.IssueState;
import exeat.casework.state.ReportState;
import exeat.casework.state.State;
import exeat.casework.value.StreamId;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import exeat.store.key.Vault;
import exeat.store.rows.ReadStore;
import exeat.store.rows.ReadStore.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what a session may see and decrypts it. Redaction comes afterwards. */
public final class SessionReader {

    private final ReadStore store;
    private final Vault vault;
    private final InstantSource clock;

    public static SessionReader of(Infrastructure in) {
        return new SessionReader(new ReadStore(in.database()), in.vault(), in.clock());
    }

    SessionReader(ReadStore store, Vault vault, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    public Viewer eyes(Session session) {
        return new Viewer(SessionTokens.hash(session.token()), clock.instant());
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today(Directive directive) {
        return clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
    }

    public ReadStore store() {
        return store;
    }

    private Vault.StreamKey key(ReadStore.Stream stream) {
        return vault.unwrap(stream.key(), stream.wrapped(), stream.travellerKeys());
    }

    /** What of it this reader has the keys for. */
    public State open(ReadStore.Stream stream) {
        return PayloadSealing.state(key(stream), stream.version(), stream.state());
    }

    /** The decrypted payload of an event, as far as this reader has the keys. */
    public Optional<PayloadSealing.Opened> open(
            ReadStore.Stream stream, ReadStore.StoredEvent past) {
        return PayloadSealing.event(key(stream), past.sequence(), past.sealed());
    }

    /** A stream as the writer's function gave it to the clock's session. */
    public State open(String streamKey, BatchStore.Stored stored) {
        var key = vault.unwrap(streamKey, stored.wrapped(), stored.travellerKeys());
        return PayloadSealing.state(key, stored.version(), stored.state());
    }

    public Optional<State> state(Session session, String key) {
        return StoreCalls.get(() -> store.byKey(eyes(session), key)).map(this::open);
    }

    public List<RecordedEvent> events(Session session, ReadStore.Stream stream, StreamId id) {
        var key = key(stream);
        return StoreCalls.get(() -> store.events(eyes(session), stream.key())).stream()
                .flatMap(past ->
                        PayloadSealing.event(key, past.sequence(), past.sealed()).stream()
                                .map(opened ->
                                        new RecordedEvent(
                                                id,
                                                past.sequence(),
                                                past.at(),
                                                JsonCodec.event(opened.plain()))))
                .toList();
    }

    public List<AlarmState> alarms(Session session, int most) {
        return StoreCalls.get(() -> store.alarms(eyes(session), most)).stream()
                .map(row -> (AlarmState) open(row))
                .toList();
    }

    /** What units in sight report on a directive, in the order of their ids. */
    public List<ReportState> reports(Session session, String directive) {
        return StoreCalls.get(() -> store.reports(eyes(session), directive)).stream()
                .map(row -> (ReportState) open(row))
                .toList();
    }

    public List<IssueState> issues(Session session) {
        return StoreCalls.get(() -> store.issues(eyes(session))).stream()
                .map(row -> (IssueState) open(row.stream()))
                .toList();
    }
}
