package exeat.desk.base;

import exeat.store.Bytes;
import exeat.store.key.Keys;
import java.util.Base64;

/** Session tokens: 256 random bits; the database has their SHA-256. */
public final class Tokens {

    private static final int LENGTH = 32;

    private Tokens() {}

    public static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Keys.random(LENGTH).array());
    }

    public static Bytes hash(String token) {
        return Bytes.utf8(token).sha256();
    }
}
