package exeat.desk.auth;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.auth.HashingQueue.Turn;
import exeat.desk.base.StoreCalls;
import exeat.desk.limit.ClientNetwork;
import exeat.desk.limit.TokenBuckets;
import exeat.desk.limit.TokenBuckets.Cells;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.SessionStore;
import exeat.store.rows.SessionStore.PartyTry;
import exeat.store.rows.SessionStore.Try;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** From one address, this many names may fail as often as one may. */
    private static final int NAMES = 10;

    /** From one network, this many addresses may fail as often as one may. */
    private static final int ADDRESSES = 4;

    /** The most failures that are stored within the time in which they count. */
    private static final int MAX_ROWS = 30_000;

    private static final String ALL = "all";

    private static final int DEVICE_BYTES = 16;

    private final SessionStore store;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;
    private final TokenBuckets rows;

    /** Networks from which somebody failed, or is trying. */
    private final TokenBuckets failing;

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
        this.failing = new TokenBuckets(1, config.time(Settings.DOOR_WINDOW));
    }

    /**
     * What an attempt counts under, until it is taken back.
     *
     * @param turn in which its password is hashed
     * @param network where it comes from
     */
    record Attempt(Try made, boolean stored, boolean open, Turn turn, Cells network) {}

    /** Looks at an attempt in the transaction in which it counts. */
    interface InOneTransaction {

        /**
         * Compares what was given with what is stored.
         *
         * @param attempt what it counts under; nothing when it was counted already
         * @param since before this an attempt no longer counts
         */
        PartyTry look(Try attempt, Instant since) throws SQLException;
    }

    /** Begins an attempt; if it is not open, too many failed before and nothing may be checked. */
    Attempt begin(Bytes name, SignInOrigin from) {
        var attempt = inTurn(prepare(name, from));
        if (!attempt.stored()) {
            return attempt;
        }
        boolean open = StoreCalls.get(() -> store.tryOnce(attempt.made(), since(attempt)));
        if (open) {
            spendRows(attempt);
        }
        return new Attempt(attempt.made(), true, open, attempt.turn(), attempt.network());
    }

    /** A whole attempt, which is taken back if it succeeds. */
    PartyTry attempt(Bytes name, SignInOrigin from, InOneTransaction door) {
        var attempt = prepare(name, from);
        if (!attempt.open()) {
            return new PartyTry(false, Optional.empty());
        }
        var counted =
                attempt.stored()
                        ? attempt.made()
                        : new Try(List.of(), List.of(), attempt.made().at());
        var answer = StoreCalls.get(() -> door.look(counted, since(attempt)));
        boolean succeeded = answer.party().isPresent();
        if (attempt.stored() && answer.open() && !succeeded) {
            spendRows(attempt);
        } else if (!attempt.stored() && succeeded) {
            takeBack(attempt);
        }
        return answer;
    }

    private Instant since(Attempt attempt) {
        return attempt.made().at().minus(config.time(Settings.DOOR_WINDOW));
    }

    private void spendRows(Attempt attempt) {
        long nanos = nanos(attempt.made());
        rows.spend(rows.cells(ALL), attempt.made().subjects().size(), nanos);
    }

    private static long nanos(Try made) {
        return made.at().toEpochMilli() * 1_000_000;
    }

    /** What an attempt counts under; counted already where it is not to be stored. */
    private Attempt prepare(Bytes name, SignInOrigin from) {
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
        var made = new Try(subjects, most, clock.instant());
        long nanos = nanos(made);
        boolean trusted = known.isPresent() || from.network().equals(ClientNetwork.HERE);
        var turn = trusted ? Turn.KNOWN : Turn.FAILED;
        var network = failing.cells(from.network().host());
        if (known.isEmpty() && rows.wait(rows.cells(ALL), subjects.size(), nanos).isPresent()) {
            return new Attempt(made, false, countInMemory(made, nanos), turn, network);
        }
        return new Attempt(made, true, true, turn, network);
    }

    /** The first from its network that has not failed of late; it is the only one until it ends. */
    private synchronized Attempt inTurn(Attempt attempt) {
        long nanos = nanos(attempt.made());
        if (attempt.turn() == Turn.KNOWN || !failing.isWhole(attempt.network(), nanos)) {
            return attempt;
        }
        failing.spend(attempt.network(), 1, nanos);
        return new Attempt(
                attempt.made(), attempt.stored(), attempt.open(), Turn.NEW, attempt.network());
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
        if (attempt.turn() == Turn.NEW) {
            failing.giveBack(attempt.network(), 1);
        }
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
