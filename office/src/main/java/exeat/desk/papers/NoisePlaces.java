package exeat.desk.papers;

import exeat.store.key.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places that no paper ever gets and that turn to revoked at times spread over the year. Without
 * them anybody could count in two lists how many papers were revoked on a day, and in a small
 * office that is one person. Which they are follows from a key, so that the list stays the same on
 * every server.
 */
final class NoisePlaces {

    /** In a year: five or six a day. */
    static final int COUNT = 2048;

    private static final Duration YEAR = Duration.ofDays(366);
    private static final int PARTS = 1 << 16;

    private final byte[] key;
    private final int size;
    private final Map<String, Map<Integer, Instant>> known = new HashMap<>();

    NoisePlaces(Keys keys, int size) {
        this.key = keys.secret("seal.noise").array();
        this.size = size;
    }

    /** The places in the list of a year, and when each is revoked. */
    synchronized Map<Integer, Instant> of(String year) {
        return known.computeIfAbsent(year, this::made);
    }

    private Map<Integer, Instant> made(String year) {
        var begin =
                LocalDate.of(Integer.parseInt(year), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var places = new HashMap<Integer, Instant>();
        for (int n = 0; n < COUNT; n++) {
            var random = ByteBuffer.wrap(hash(year + "/" + n));
            int index = random.getInt() & size - 1;
            int part = random.getInt() & PARTS - 1;
            places.put(index, begin.plus(YEAR.multipliedBy(part).dividedBy(PARTS)));
        }
        return Map.copyOf(places);
    }

    private byte[] hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
