package exeat.desk.auth;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.StoreCalls;
import exeat.desk.limit.ClientNetwork;
import exeat.desk.limit.TokenBuckets;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.SessionStore;
import exeat.store.rows.SessionStore.Try;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often somebody may fail to sign in. Failures count by network address and name, by address
 * alone, and by the network around it; those from a browser that signed in to this name before
 * count by that browser instead. So nobody can shut out another by failing under their name,
 * however often.
 *
 * <p>An attempt counts before it is looked at, and one that succeeds is taken back: of attempts at
 * the same moment no more are looked at than may fail. A flood of attempts adds no rows: beyond
 * {@link #MAX_ROWS} they count in memory of a fixed size, about as strictly, until the next start.
 */
final class SignInThrottle {

    /** So many names may fail as often as one may, from one address. */
    private static final int NAMES = 10;

    /** So many addresses may fail as often as one may, from one network. */
    private static final int ADDRESSES = 4;

    /** Of failures that are stored within the time in which they count. */
    private static final int MAX_ROWS = 30_000;

    private static final String ALL = "all";

    private static final int DEVICE_BYTES = 16;

    private final SessionStore store;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;
    private final TokenBuckets rows;
    private final Map<Integer, TokenBuckets> unstored = new ConcurrentHashMap<>();

    SignInThrottle(SessionStore store, Vault vault, Config config, InstantSource clock) {
        this(store, vault, config, clock, MAX_ROWS);
    }

    SignInThrottle(
            SessionStore store, Vault vault, Config config, InstantSource clock, int maxRows) {
        this.store = store;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
        this.rows = new TokenBuckets(maxRows, config.time(Settings.DOOR_WINDOW));
    }

    /** What an attempt counts under, until it is taken back. */
    record Attempt(Try made, boolean stored, boolean open) {}

    /** Begins an attempt; if it is not open, too many failed before and nothing may be checked. */
    Attempt begin(Bytes name, SignInOrigin from) {
        var subjects = new ArrayList<Bytes>();
        var most = new ArrayList<Integer>();
        int failures = config.count(Settings.DOOR_FAILURES);
        var known =
                Arrays.stream(from.device().split(SignInOrigin.BETWEEN))
                        .filter(mark -> isKnown(name, mark))
                        .findFirst();
        if (known.isPresent()) {
            subjects.add(vault.keyed("device", known.get()));
            most.add(failures);
        } else {
            var network = from.network();
            subjects.add(vault.keyed("network and name", network.host() + "\0" + name.hex()));
            most.add(failures);
            if (!network.equals(ClientNetwork.HERE)) {
                subjects.add(vault.keyed("network", network.host()));
                most.add(failures * NAMES);
                subjects.add(vault.keyed("wide network", network.wide()));
                most.add(failures * NAMES * ADDRESSES);
            }
        }
        var now = clock.instant();
        var made = new Try(subjects, most, now);
        long nanos = now.toEpochMilli() * 1_000_000;
        var all = rows.cells(ALL);
        if (known.isEmpty() && rows.wait(all, subjects.size(), nanos).isPresent()) {
            return new Attempt(made, false, countInMemory(made, nanos));
        }
        var since = now.minus(config.time(Settings.DOOR_WINDOW));
        boolean open = StoreCalls.get(() -> store.tryOnce(made, since));
        if (open) {
            rows.spend(all, subjects.size(), nanos);
        }
        return new Attempt(made, true, open);
    }

    private synchronized boolean countInMemory(Try made, long nanos) {
        for (int at = 0; at < made.subjects().size(); at++) {
            var buckets = unstored(made.most().get(at));
            var key = buckets.cells(made.subjects().get(at).hex());
            if (buckets.wait(key, 1, nanos).isPresent()) {
                return false;
            }
        }
        for (int at = 0; at < made.subjects().size(); at++) {
            var buckets = unstored(made.most().get(at));
            buckets.spend(buckets.cells(made.subjects().get(at).hex()), 1, nanos);
        }
        return true;
    }

    private TokenBuckets unstored(int most) {
        return unstored.computeIfAbsent(
                most, m -> new TokenBuckets(m, config.time(Settings.DOOR_WINDOW)));
    }

    /** The attempt succeeded and does not count. */
    void takeBack(Attempt attempt) {
        if (attempt.stored()) {
            StoreCalls.run(() -> store.takeBack(attempt.made()));
            rows.giveBack(rows.cells(ALL), attempt.made().subjects().size());
            return;
        }
        for (int at = 0; at < attempt.made().subjects().size(); at++) {
            var buckets = unstored(attempt.made().most().get(at));
            buckets.giveBack(buckets.cells(attempt.made().subjects().get(at).hex()), 1);
        }
    }

    /** A mark that identifies a browser later, for one name only; a new one each time. */
    String device(Bytes name) {
        var id = Keys.random(DEVICE_BYTES).hex();
        return id + "." + mark(name, id);
    }

    private boolean isKnown(Bytes name, String device) {
        int dot = device.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        Bytes.utf8(mark(name, device.substring(0, dot))).array(),
                        Bytes.utf8(device.substring(dot + 1)).array());
    }

    private String mark(Bytes name, String id) {
        return vault.keyed("known device", name.hex() + "\0" + id).hex();
    }
}
