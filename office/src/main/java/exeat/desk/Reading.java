package exeat.desk;

import exeat.casework.Event;
import exeat.casework.State;
import exeat.casework.State.IssueState;
import exeat.casework.StreamId;
import exeat.rules.Directive;
import exeat.store.BatchStore;
import exeat.store.Bytes;
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

    State open(ReadStore.Stream stream) {
        var key = vault.unwrap(stream.key(), stream.wrapped());
        return Codec.state(key.openState(stream.version(), stream.state()));
    }

    /** What was written of an event, in plain. */
    Bytes open(ReadStore.Stream stream, ReadStore.Past past) {
        var key = vault.unwrap(stream.key(), stream.wrapped());
        return key.openEvent(past.sequence(), past.sealed());
    }

    /** A stream as the writer's function gave it to the clock's session. */
    State open(String streamKey, BatchStore.Stored stored) {
        var key = vault.unwrap(streamKey, stored.wrapped());
        return Codec.state(key.openState(stored.version(), stored.state()));
    }

    Optional<State> state(Session session, String key) {
        return Calls.get(() -> store.byKey(eyes(session), key)).map(this::open);
    }

    List<Event.Recorded> events(Session session, ReadStore.Stream stream, StreamId id) {
        var key = vault.unwrap(stream.key(), stream.wrapped());
        return Calls.get(() -> store.events(eyes(session), stream.key())).stream()
                .map(past ->
                        new Event.Recorded(
                                id,
                                past.sequence(),
                                past.at(),
                                Codec.event(open(key, past.sequence(), past.sealed()))))
                .toList();
    }

    private static Bytes open(Vault.StreamKey key, long sequence, Bytes sealed) {
        return key.openEvent(sequence, sealed);
    }

    List<IssueState> issues(Session session) {
        return Calls.get(() -> store.issues(eyes(session))).stream()
                .map(row -> (IssueState) open(row.stream()))
                .toList();
    }
}
