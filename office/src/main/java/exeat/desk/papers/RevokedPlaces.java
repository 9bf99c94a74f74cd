package exeat.desk.papers;

import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.PaperSeal.Place;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.PayloadSealing;
import exeat.store.audit.AuditStore;
import exeat.store.database.Database;
import exeat.store.key.Vault;
import exeat.store.rows.RevocationStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which papers no longer hold, by their places in the lists. It follows the log: what it knows is
 * kept in memory, and read again from the first entry after a start. Its owner's lock guards it.
 *
 * <p>A case that cannot be read stops no list and clears no bit: what it revoked is as it was when
 * it could be read, or in the last list. What happens in it meanwhile is not seen.
 */
final class RevokedPlaces {

    private static final System.Logger LOG = System.getLogger(RevokedPlaces.class.getName());

    private final RevocationStore changes;
    private final Database database;
    private final Vault vault;
    private final Function<Place, Optional<Boolean>> last;
    private final Map<Long, Set<Place>> revoked = new HashMap<>();

    /** Cases that cannot be read, each with the lists of which nobody knows what it revoked. */
    private final Map<Long, Set<String>> unreadable = new HashMap<>();

    private long followed = -1;

    /**
     * Knows nothing yet.
     *
     * @param last whether a place was revoked in the last list that was published; empty if there
     *     is none
     */
    RevokedPlaces(Infrastructure in, Function<Place, Optional<Boolean>> last) {
        this.changes = new RevocationStore(in.database());
        this.database = in.database();
        this.vault = in.vault();
        this.last = last;
    }

    /** The indexes in a list. */
    IntStream in(String list) {
        return revoked.values().stream()
                .flatMap(Set::stream)
                .filter(place -> place.list().equals(list))
                .mapToInt(Place::index);
    }

    /** How many cases cannot be read. */
    int unreadable() {
        return unreadable.size();
    }

    /** Whether nobody knows what was revoked in a list. */
    boolean isUnknown(String list) {
        return unreadable.values().stream().anyMatch(lists -> lists.contains(list));
    }

    /** Up to what is in the log now. Cases that could not be read are tried again. */
    void follow() {
        long until = StoreCalls.get(changes::last);
        var streams = new TreeSet<>(unreadable.keySet());
        streams.addAll(StoreCalls.get(() -> changes.changed(followed, until)));
        streams.forEach(this::follow);
        followed = until;
    }

    private void follow(long stream) {
        // If the database is away that is no damage: then nothing is followed.
        var row =
                StoreCalls.read(() ->
                        AuditStore.of(
                                database,
                                rows ->
                                        rows.streams(stream - 1, 1).stream()
                                                .filter(one -> one.id() == stream)
                                                .findFirst()));
        try {
            revoked.put(stream, places(row.orElseThrow()));
            unreadable.remove(stream);
        } catch (RuntimeException damaged) {
            keep(stream, damaged);
        }
    }

    /** Keeps what is listed of a case whose bytes, or whose key's, are not what was written. */
    private void keep(long stream, RuntimeException damaged) {
        if (unreadable.containsKey(stream)) {
            return;
        }
        // The message of a fault may hold what is in the case.
        LOG.log(
                System.Logger.Level.ERROR,
                "case "
                        + stream
                        + " cannot be read ("
                        + damaged.getClass().getName()
                        + "): which of"
                        + " its papers are revoked stays as it was. Run an audit, and restore it.");
        if (revoked.containsKey(stream)) {
            unreadable.put(stream, Set.of());
            return;
        }
        var places = StoreCalls.get(() -> changes.places(stream)).stream().map(Place::of).toList();
        unreadable.put(
                stream,
                places.stream()
                        .filter(place -> last.apply(place).isEmpty())
                        .map(Place::list)
                        .collect(Collectors.toUnmodifiableSet()));
        revoked.put(
                stream,
                places.stream()
                        .filter(place -> last.apply(place).orElse(false))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Set<Place> places(AuditStore.Stream row) {
        var key = vault.unwrap(row.key(), row.wrapped().orElseThrow(), row.travellerKeys());
        var places = new HashSet<Place>();
        if (PayloadSealing.state(key, row.version(), row.state()) instanceof CaseState state) {
            state.travellers().values().stream()
                    .flatMap(RevokedPlaces::places)
                    .forEach(places::add);
        }
        return places;
    }

    private static Stream<Place> places(TravellerState traveller) {
        boolean withdrawn = traveller.stage() == Stage.WITHDRAWN;
        return traveller
                .paper()
                .map(paper ->
                        Stream.concat(
                                paper.before().stream().flatMap(all -> all.all().stream()),
                                paper.seal().stream()
                                        .filter(_ -> paper.revoked() || withdrawn)
                                        .map(seal -> seal.place())))
                .orElseGet(Stream::empty);
    }
}
