package exeat.desk.base;

import exeat.store.Bytes;
import exeat.store.key.Keys;
import java.util.Base64;

/** Session tokens: 256 random bits; the database has their SHA-256. */
public final class SessionTokens {

    private static final int LENGTH = 32;

    private SessionTokens() {}

    public static String generate() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Keys.random(LENGTH).array());
    }

    public static Bytes hash(String token) {
        return Bytes.utf8(token).sha256();
    }
}
