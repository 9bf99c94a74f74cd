package exeat.desk.limit;

import exeat.desk.base.ReferenceCodes;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Codes that an officer at a counter gives to somebody whom a flood keeps from filing. One opens a
 * budget of its own for two days. Nothing is stored: the second half of a code is a keyed hash of
 * its first half and the day.
 */
public final class CounterCodes {

    private static final int HALF = 9;

    private final Vault vault;
    private final InstantSource clock;

    public CounterCodes(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** A fresh code, such as {@code 7KQ4-M2XD-9TRA-W5HC}. */
    public String fresh() {
        return code(ReferenceCodes.secret(Bytes.of(Keys.random(10).array())), today());
    }

    /** A code as it was given, from what somebody typed; empty for one that is none, or too old. */
    public Optional<String> read(String typed) {
        return ReferenceCodes.readSecret(typed)
                .filter(code -> is(code, today()) || is(code, today().minusDays(1)));
    }

    private boolean is(String code, LocalDate day) {
        return MessageDigest.isEqual(Bytes.utf8(code).array(), Bytes.utf8(code(code, day)).array());
    }

    /** The code of a day that begins as this one does. */
    private String code(String begins, LocalDate day) {
        var half = begins.substring(0, HALF);
        var mark = ReferenceCodes.secret(vault.keyed("counter code", half + "\0" + day));
        return half + mark.substring(HALF);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
