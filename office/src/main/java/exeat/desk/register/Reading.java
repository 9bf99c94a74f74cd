package exeat.desk.register;

import exeat.casework.event.Recorded;

import exeat.desk.base.Calls;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.Tokens;
import exeat.desk.codec.Codec;
import exeat.desk.codec.Sealing;

import exeat.casework.event.Event;
import exeat.casework.state.State;
import exeat.casework.state.AlarmState;
import exeat.casework.state.IssueState;
import exeat.casework.state.ReportState;
import exeat.casework.value.StreamId;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import exeat.store.rows.ReadStore;
import exeat.store.rows.ReadStore.Eyes;
import exeat.store.key.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads with a session's eyes, and opens what is sealed. Masking comes after it. */
public final class Reading {

    private final ReadStore store;
    private final Vault vault;
    private final InstantSource clock;

    public static Reading of(Infrastructure in) {
        return new Reading(new ReadStore(in.database()), in.vault(), in.clock());
    }

    Reading(ReadStore store, Vault vault, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    public Eyes eyes(Session session) {
        return new Eyes(Tokens.hash(session.token()), clock.instant());
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
        return Sealing.state(key(stream), stream.version(), stream.state());
    }

    /** What was written of an event, in plain, as far as this reader has the keys. */
    public Optional<Sealing.Opened> open(ReadStore.Stream stream, ReadStore.Past past) {
        return Sealing.event(key(stream), past.sequence(), past.sealed());
    }

    /** A stream as the writer's function gave it to the clock's session. */
    public State open(String streamKey, BatchStore.Stored stored) {
        var key = vault.unwrap(streamKey, stored.wrapped(), stored.travellerKeys());
        return Sealing.state(key, stored.version(), stored.state());
    }

    public Optional<State> state(Session session, String key) {
        return Calls.get(() -> store.byKey(eyes(session), key)).map(this::open);
    }

    public List<Recorded> events(Session session, ReadStore.Stream stream, StreamId id) {
        var key = key(stream);
        return Calls.get(() -> store.events(eyes(session), stream.key())).stream()
                .flatMap(past ->
                        Sealing.event(key, past.sequence(), past.sealed()).stream()
                                .map(opened ->
                                        new Recorded(
                                                id,
                                                past.sequence(),
                                                past.at(),
                                                Codec.event(opened.plain()))))
                .toList();
    }

    public List<AlarmState> alarms(Session session, int most) {
        return Calls.get(() -> store.alarms(eyes(session), most)).stream()
                .map(row -> (AlarmState) open(row))
                .toList();
    }

    /** What units in sight report on a directive, in the order of their ids. */
    public List<ReportState> reports(Session session, String directive) {
        return Calls.get(() -> store.reports(eyes(session), directive)).stream()
                .map(row -> (ReportState) open(row))
                .toList();
    }

    public List<IssueState> issues(Session session) {
        return Calls.get(() -> store.issues(eyes(session))).stream()
                .map(row -> (IssueState) open(row.stream()))
                .toList();
    }
}
