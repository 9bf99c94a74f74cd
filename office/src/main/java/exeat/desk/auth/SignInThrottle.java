package exeat.desk.auth;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.StoreCalls;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.SessionStore;
import exeat.store.rows.SessionStore.Try;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Limits failed sign-ins. Failures count by network and name, and by network alone; from a browser
 * that has signed in under this name before, they count by browser instead. So nobody can lock out
 * somebody else by failing under their name.
 *
 * <p>An attempt counts before it is checked and is taken back if it succeeds, so that parallel
 * attempts cannot exceed the limit.
 */
final class SignInThrottle {

    /** The limit for a network, as a multiple of the limit for one name. */
    private static final int NAMES = 10;

    private static final int DEVICE_BYTES = 16;

    private final SessionStore store;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;

    SignInThrottle(SessionStore store, Vault vault, Config config, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /** What an attempt counts under, until it is taken back. */
    record Attempt(Try made, boolean open) {}

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
            subjects.add(vault.keyed("network and name", from.network() + "\0" + name.hex()));
            most.add(failures);
            if (!from.network().isEmpty()) {
                subjects.add(vault.keyed("network", from.network()));
                most.add(failures * NAMES);
            }
        }
        var now = clock.instant();
        var made = new Try(List.copyOf(subjects), List.copyOf(most), now);
        var since = now.minus(config.time(Settings.DOOR_WINDOW));
        return new Attempt(made, StoreCalls.get(() -> store.tryOnce(made, since)));
    }

    /** The attempt succeeded and does not count. */
    void takeBack(Attempt attempt) {
        StoreCalls.run(() -> store.takeBack(attempt.made()));
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
