package exeat.desk.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that a device shows for half a minute (RFC 6238: HMAC-SHA-1, six digits). */
final class Totp {

    private static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    /** How many steps a device's clock may be off. */
    private static final int OFF = 1;

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(at) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % DIGITS);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The step whose code this is, now or close by; empty for a wrong one. */
    static OptionalLong matching(byte[] secret, Instant now, String typed) {
        var given = typed.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - OFF; step <= step(now) + OFF; step++) {
            var wanted = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(wanted, given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** A secret as devices take it (RFC 4648), without padding. */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        int bits = 0;
        int have = 0;
        for (byte each : secret) {
            bits = (bits << Byte.SIZE) | (each & 0xff);
            have += Byte.SIZE;
            while (have >= BITS) {
                have -= BITS;
                text.append(BASE_32.charAt((bits >> have) & 31));
            }
        }
        return have == 0
                ? text.toString()
                : text.append(BASE_32.charAt((bits << (BITS - have)) & 31)).toString();
    }
}
