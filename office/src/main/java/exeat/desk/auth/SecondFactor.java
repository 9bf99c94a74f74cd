package exeat.desk.auth;

import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.StoreCalls;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.SessionStore;
import exeat.store.rows.StaffStore;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Officers' second factor. Its secret is made from the office's keys, the account and a generation,
 * and is stored nowhere; codes for the day on which the device is lost are stored as keyed hashes.
 */
public final class SecondFactor {

    private static final int SECRET = 20;
    private static final int CODES = 10;

    private final StaffStore staff;
    private final SessionStore store;
    private final Vault vault;
    private final InstantSource clock;

    SecondFactor(StaffStore staff, SessionStore store, Vault vault, InstantSource clock) {
        this.staff = staff;
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What an officer receives, once.
     *
     * @param secret in base 32, for their device
     * @param address the same as devices read it from a picture ({@code otpauth:})
     * @param recovery codes that each let them in once without the device
     */
    public record Enrolment(String secret, String address, List<String> recovery) {
        public Enrolment {
            recovery = List.copyOf(recovery);
        }

        /** This factor as text, without secrets. */
        @Override
        public String toString() {
            return "Handed";
        }
    }

    /**
     * Gives an officer a second factor, or a new one; their sessions end.
     *
     * @return empty where there is no such officer
     */
    public Optional<Enrolment> enrol(String login, String by) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var codes = freshCodes();
        return StoreCalls.get(() ->
                        staff.factor(name, by, clock.instant(), account -> hashes(account, codes)))
                .map(factor -> enrolment(name, factor.account(), factor.generation(), codes));
    }

    static List<String> freshCodes() {
        return IntStream.range(0, CODES)
                .mapToObj(_ -> ReferenceCodes.secret(Keys.random(SECRET)))
                .toList();
    }

    List<String> hashes(String account, List<String> codes) {
        return codes.stream().map(code -> hash(account, code)).toList();
    }

    Enrolment enrolment(String login, String account, int generation, List<String> codes) {
        var secret = Totp.base32(secret(account, generation));
        return new Enrolment(
                secret,
                "otpauth://totp/Exeat:" + login + "?secret=" + secret + "&issuer=Exeat",
                codes);
    }

    /** Removes it; returns whether there was one. */
    public boolean remove(String login, String by) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        return StoreCalls.get(() -> staff.factorEnd(name, by, clock.instant()));
    }

    boolean isOn(String account) {
        return StoreCalls.get(() -> store.factor(account)).isPresent();
    }

    /** Whether this code of the device, or this backup code, is valid; each works only once. */
    boolean isRight(String account, String typed) {
        var generation = StoreCalls.get(() -> store.factor(account));
        if (generation.isEmpty()) {
            return true;
        }
        var code = typed.replaceAll("\\s", "");
        var now = clock.instant();
        var step = Totp.matching(secret(account, generation.get()), now, code);
        if (step.isPresent()) {
            return StoreCalls.get(() -> store.factorStep(account, step.getAsLong()));
        }
        return ReferenceCodes.readSecret(typed)
                .filter(read ->
                        StoreCalls.get(() -> store.recover(account, hash(account, read), now)))
                .isPresent();
    }

    private byte[] secret(String account, int generation) {
        var whole = vault.keyed("second factor", account + "\0" + generation).array();
        return Arrays.copyOf(whole, SECRET);
    }

    private String hash(String account, String code) {
        return vault.keyed(
                        "recovery", account + "\0" + ReferenceCodes.readSecret(code).orElse(code))
                .hex();
    }
}
