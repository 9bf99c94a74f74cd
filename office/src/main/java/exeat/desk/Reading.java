package exeat.desk;

import exeat.casework.Event;
import exeat.casework.State;
import exeat.casework.State.AlarmState;
import exeat.casework.State.IssueState;
import exeat.casework.State.ReportState;
import exeat.casework.StreamId;
import exeat.rules.Directive;
import exeat.store.BatchStore;
import exeat.store.ReadStore;
import exeat.store.ReadStore.Eyes;
import exeat.store.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads with a session's eyes, and opens what is sealed. Masking comes after it. */
final class Reading {

    private final ReadStore store;
    private final Vault vault;
    private final InstantSource clock;

    static Reading of(Infrastructure in) {
        return new Reading(new ReadStore(in.database()), in.vault(), in.clock());
    }

    Reading(ReadStore store, Vault vault, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    Eyes eyes(Session session) {
        return new Eyes(Tokens.hash(session.token()), clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today(Directive directive) {
        return clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
    }

    ReadStore store() {
        return store;
    }

    private Vault.StreamKey key(ReadStore.Stream stream) {
        return vault.unwrap(stream.key(), stream.wrapped(), stream.travellerKeys());
    }

    /** What of it this reader has the keys for. */
    State open(ReadStore.Stream stream) {
        return Sealing.state(key(stream), stream.version(), stream.state());
    }

    /** What was written of an event, in plain, as far as this reader has the keys. */
    Optional<Sealing.Opened> open(ReadStore.Stream stream, ReadStore.Past past) {
        return Sealing.event(key(stream), past.sequence(), past.sealed());
    }

    /** A stream as the writer's function gave it to the clock's session. */
    State open(String streamKey, BatchStore.Stored stored) {
        var key = vault.unwrap(streamKey, stored.wrapped(), stored.travellerKeys());
        return Sealing.state(key, stored.version(), stored.state());
    }

    Optional<State> state(Session session, String key) {
        return Calls.get(() -> store.byKey(eyes(session), key)).map(this::open);
    }

    List<Event.Recorded> events(Session session, ReadStore.Stream stream, StreamId id) {
        var key = key(stream);
        return Calls.get(() -> store.events(eyes(session), stream.key())).stream()
                .flatMap(past ->
                        Sealing.event(key, past.sequence(), past.sealed()).stream()
                                .map(opened ->
                                        new Event.Recorded(
                                                id,
                                                past.sequence(),
                                                past.at(),
                                                Codec.event(opened.plain()))))
                .toList();
    }

    List<AlarmState> alarms(Session session, int most) {
        return Calls.get(() -> store.alarms(eyes(session), most)).stream()
                .map(row -> (AlarmState) open(row))
                .toList();
    }

    /** What units in sight report on a directive, in the order of their ids. */
    List<ReportState> reports(Session session, String directive) {
        return Calls.get(() -> store.reports(eyes(session), directive)).stream()
                .map(row -> (ReportState) open(row))
                .toList();
    }

    List<IssueState> issues(Session session) {
        return Calls.get(() -> store.issues(eyes(session))).stream()
                .map(row -> (IssueState) open(row.stream()))
                .toList();
    }
}
