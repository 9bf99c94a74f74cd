package exeat.desk.papers;

import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.PaperSeal.Place;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.PayloadSealing;
import exeat.papers.seal.VerifierState;
import exeat.papers.status.StatusList;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusToken;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.TrustedAuthority;
import exeat.store.Bytes;
import exeat.store.audit.AuditStore;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.SealKeys;
import exeat.store.key.Vault;
import exeat.store.rows.RevocationStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Publishes the authorities that posts trust, and for each year the signed list of those of its
 * papers that no longer hold. A paper is in it once it was revoked, or its bearer has withdrawn;
 * one whose revocation an appeal has undone is not, from the next list on. A claim to protection
 * changes nothing here, since whoever has a copy of a paper can look.
 *
 * <p>The lists follow the log: what they are made of is kept in memory, and read again from the
 * first entry after a start.
 */
public final class RevokedPapers {

    /** Papers of one year that have a place, a power of two. */
    static final int SIZE = 1 << 21;

    private static final Duration MADE_ANEW = Duration.ofMinutes(1);

    /** After which a post with a line fetches a newer one. */
    private static final Duration TTL = Duration.ofMinutes(15);

    /** After which a list says nothing about papers that are not in it. */
    private static final Duration EXPIRES = Duration.ofDays(7);

    private final RevocationStore changes;
    private final Database database;
    private final Vault vault;
    private final SealKeys keys;
    private final NoisePlaces noise;
    private final String address;
    private final InstantSource clock;

    // What follows is this object's lock's.
    private final Map<Long, Set<Place>> revoked = new HashMap<>();
    private final Map<String, Published> published = new HashMap<>();
    private long followed = -1;

    /**
     * A list as it is handed out.
     *
     * @param bytes a CWT
     * @param tag another one for other bytes
     * @param read as a reader here has it: read once, and not for everybody who asks at {@code
     *     /seal}
     */
    public record Published(
            Bytes bytes, String tag, Instant at, Optional<StatusReading.Read> read) {}

    public static RevokedPapers of(Infrastructure in) {
        return new RevokedPapers(in, Keys.in(in.data()));
    }

    private RevokedPapers(Infrastructure in, Keys keys) {
        this.changes = new RevocationStore(in.database());
        this.database = in.database();
        this.vault = in.vault();
        this.keys = new SealKeys(keys);
        this.noise = new NoisePlaces(keys, SIZE);
        this.address = SealAddress.of(keys, in.config());
        this.clock = in.clock();
    }

    /** The list of the papers that are issued on a day. */
    static String list(LocalDate issued) {
        return String.valueOf(issued.getYear());
    }

    /** The code of the state whose papers these are. */
    public String state() {
        return keys.state();
    }

    public SealKeys keys() {
        return keys;
    }

    /** The authorities whose signers sign papers and lists, the one of today first. */
    public List<X509Certificate> authorities() {
        return keys.authorities(clock.instant());
    }

    /** The address of a list, as papers name it. */
    public String address(String list) {
        return SealAddress.of(address, list);
    }

    /** The years whose papers can have been sealed, the last one first. */
    public List<String> lists() {
        return years(first(), clock.instant());
    }

    /** A paper has the year of its place, so the year begins and ends where it does anywhere. */
    static List<String> years(Instant from, Instant until) {
        int first = from.atOffset(ZoneOffset.MIN).getYear();
        int last = until.atOffset(ZoneOffset.MAX).getYear();
        return IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .mapToObj(String::valueOf)
                .toList();
    }

    private Instant first() {
        return authorities().stream()
                .map(each -> each.getNotBefore().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    public Instant now() {
        return clock.instant();
    }

    /** A reader who knows what is published at this moment. */
    public VerifierState reader(ZoneId zone) {
        var state = state();
        var read =
                lists().stream()
                        .flatMap(year -> list(year).stream())
                        .flatMap(list -> list.read().stream())
                        .toList();
        return new VerifierState(trusted(state), read, now(), Instant.MIN, zone);
    }

    private List<TrustedAuthority> trusted(String state) {
        return authorities().stream()
                .map(each -> new TrustedAuthority(state, each, Set.of()))
                .toList();
    }

    /** The list of a year, made anew once a minute at most; empty if there are no such papers. */
    public synchronized Optional<Published> list(String list) {
        if (!lists().contains(list)) {
            return Optional.empty();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var last = published.get(list);
        if (last == null || Duration.between(last.at(), now).abs().compareTo(MADE_ANEW) >= 0) {
            follow();
            last = signed(list, now);
            published.put(list, last);
        }
        return Optional.of(last);
    }

    private Published signed(String list, Instant now) {
        var places = places(list, now);
        var token =
                new StatusToken(
                        address(list),
                        now,
                        Optional.of(now.plus(EXPIRES)),
                        OptionalLong.of(TTL.toSeconds()),
                        StatusList.revoking(SIZE, places));
        var sealing = keys.sealing(now);
        var bytes =
                Bytes.of(StatusTokens.sign(token, sealing.certificate(), sealing.signer().key()));
        var read =
                StatusTokens.read(bytes.array(), state(), trusted(state()))
                                instanceof StatusReading.Read one
                        ? Optional.of(one)
                        : Optional.<StatusReading.Read>empty();
        return new Published(bytes, bytes.sha256().hex().substring(0, 32), now, read);
    }

    private IntStream places(String list, Instant now) {
        var real =
                revoked.values().stream()
                        .flatMap(Set::stream)
                        .filter(place -> place.list().equals(list))
                        .mapToInt(Place::index);
        var noisy =
                noise.of(list).entrySet().stream()
                        .filter(place -> !place.getValue().isAfter(now))
                        .mapToInt(Map.Entry::getKey);
        return IntStream.concat(real, noisy);
    }

    private void follow() {
        long last = StoreCalls.get(changes::last);
        for (long stream : StoreCalls.get(() -> changes.changed(followed, last))) {
            var places =
                    StoreCalls.read(() ->
                            AuditStore.of(
                                    database,
                                    rows ->
                                            rows.streams(stream - 1, 1).stream()
                                                    .filter(row -> row.id() == stream)
                                                    .flatMap(this::places)
                                                    .toList()));
            revoked.put(stream, new HashSet<>(places));
        }
        followed = last;
    }

    private Stream<Place> places(AuditStore.Stream row) {
        var key = vault.unwrap(row.key(), row.wrapped().orElseThrow(), row.travellerKeys());
        return PayloadSealing.state(key, row.version(), row.state()) instanceof CaseState state
                ? state.travellers().values().stream().flatMap(RevokedPapers::places)
                : Stream.empty();
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
