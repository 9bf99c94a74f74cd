package exeat.desk.papers;

import exeat.casework.value.PaperSeal.Place;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.papers.seal.VerifierState;
import exeat.papers.status.StatusList;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusToken;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.TrustedAuthority;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import exeat.store.key.SealKeys;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Publishes the authorities that posts trust, and for each year the signed list of those of its
 * papers that no longer hold. A paper is in it once it was revoked, or its bearer has withdrawn;
 * one whose revocation an appeal has undone is not, from the next list on. A claim to protection
 * changes nothing here, since anybody with a copy of a paper can look.
 *
 * <p>What they are made of is in {@code RevokedPlaces}, which follows the log.
 */
public final class RevokedPapers {

    /** Papers of one year that have a place, a power of two. */
    static final int SIZE = 1 << 21;

    private static final Duration MADE_ANEW = Duration.ofMinutes(1);

    /** After which a post with a line fetches a newer one. */
    private static final Duration TTL = Duration.ofMinutes(15);

    /** After which a list says nothing about papers that are not in it. */
    private static final Duration EXPIRES = Duration.ofDays(7);

    private final RevocationStore papers;
    private final SealKeys keys;
    private final NoisePlaces noise;
    private final String address;
    private final InstantSource clock;
    private final LastLists last;

    // What follows is this object's lock's.
    private final RevokedPlaces revoked;
    private final Map<String, Published> published = new HashMap<>();

    /** Cases that cannot be read; read also without the lock. */
    private volatile int unreadable;

    /** The year of the first paper, once there is one: it stays. */
    private volatile Optional<Integer> began = Optional.empty();

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
        this.papers = new RevocationStore(in.database());
        this.keys = new SealKeys(keys);
        this.noise = new NoisePlaces(keys, SIZE);
        this.address = SealAddress.of(keys, in.config());
        this.clock = in.clock();
        this.last = new LastLists(in.data());
        this.revoked = new RevokedPlaces(in, this::wasRevoked);
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
        if (began.isEmpty()) {
            began = StoreCalls.get(papers::firstList).map(Integer::valueOf);
        }
        return years(began, clock.instant());
    }

    /**
     * From that of the first paper on; without one, this year. It begins and ends where it does
     * anywhere, since a paper has the year of its place.
     */
    static List<String> years(Optional<Integer> began, Instant now) {
        int first = began.orElse(now.atOffset(ZoneOffset.MIN).getYear());
        int last = now.atOffset(ZoneOffset.MAX).getYear();
        return IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .mapToObj(String::valueOf)
                .toList();
    }

    /** How many cases cannot be read, so that nothing new in them is in any list. */
    public int unreadable() {
        return unreadable;
    }

    public Instant now() {
        return clock.instant();
    }

    /** A reader who knows what is published at this moment. */
    public VerifierState reader(ZoneId zone) {
        var state = state();
        var read =
                lists().stream()
                        .flatMap(year -> current(year).stream())
                        .flatMap(list -> list.read().stream())
                        .toList();
        return new VerifierState(trusted(state), read, now(), Instant.MIN, zone);
    }

    private List<TrustedAuthority> trusted(String state) {
        return authorities().stream()
                .map(each -> new TrustedAuthority(state, each, Set.of()))
                .toList();
    }

    /**
     * The list of a year, made anew once a minute at most; empty if there are no such papers.
     *
     * @throws OfficeException if nobody can know what was revoked in it
     */
    public Optional<Published> list(String list) {
        if (!lists().contains(list)) {
            return Optional.empty();
        }
        var current = current(list);
        if (current.isEmpty()) {
            throw new OfficeException(
                    Code.FAULT,
                    "a case of "
                            + list
                            + " cannot be read, and no earlier list says what it revoked");
        }
        return current;
    }

    /** Empty if a case cannot be read and there is no earlier list: it could clear a bit. */
    private synchronized Optional<Published> current(String list) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var made = published.get(list);
        if (made != null && Duration.between(made.at(), now).abs().compareTo(MADE_ANEW) < 0) {
            return Optional.of(made);
        }
        revoked.follow();
        unreadable = revoked.unreadable();
        if (revoked.isUnknown(list)) {
            return Optional.empty();
        }
        var fresh = signed(list, now);
        published.put(list, fresh);
        return Optional.of(fresh);
    }

    private Published signed(String list, Instant now) {
        var statuses = StatusList.revoking(SIZE, places(list, now));
        var token =
                new StatusToken(
                        address(list),
                        now,
                        Optional.of(now.plus(EXPIRES)),
                        OptionalLong.of(TTL.toSeconds()),
                        statuses);
        var sealing = keys.sealing(now);
        var bytes =
                Bytes.of(StatusTokens.sign(token, sealing.certificate(), sealing.signer().key()));
        last.keep(list, statuses, bytes);
        return new Published(bytes, bytes.sha256().hex().substring(0, 32), now, read(bytes, list));
    }

    private IntStream places(String list, Instant now) {
        var noisy =
                noise.of(list).entrySet().stream()
                        .filter(place -> !place.getValue().isAfter(now))
                        .mapToInt(Map.Entry::getKey);
        return IntStream.concat(revoked.in(list), noisy);
    }

    /** Whether a place was revoked when its list was last published, here or before a start. */
    private Optional<Boolean> wasRevoked(Place place) {
        return last.read(place.list())
                .flatMap(bytes -> read(bytes, place.list()))
                .map(list -> list.token().list().status(place.index()).orElse(0) == 1);
    }

    private Optional<StatusReading.Read> read(Bytes bytes, String list) {
        return StatusTokens.read(bytes.array(), state(), trusted(state()))
                                instanceof StatusReading.Read one
                        && one.token().subject().equals(address(list))
                ? Optional.of(one)
                : Optional.empty();
    }
}
