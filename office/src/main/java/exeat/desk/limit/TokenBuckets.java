package exeat.desk.limit;

import exeat.store.key.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;

/**
 * A budget for each of any number of keys, in memory of a fixed size: a sketch with two rows of
 * cells, in which each key has one cell per row. A key that shares one cell with a flood still has
 * the other, so that only a flood of tens of thousands of keys can use up a stranger's budget.
 *
 * <p>A cell holds the time at which its budget is full again (the generic cell rate algorithm of
 * ITU-T I.371). A secret salt determines a key's cells.
 */
public final class TokenBuckets {

    private static final int CELLS = 1 << 16;

    private final byte[] salt = Keys.random(32).array();
    private final long[][] wholeAt = new long[2][CELLS];

    /** How long one unit takes to come back. */
    private final double nanosEach;

    private final double burst;

    /**
     * A budget for each key.
     *
     * @param burst units of a whole budget
     * @param within how long a budget that was used up takes to be whole again
     */
    public TokenBuckets(long burst, Duration within) {
        this.burst = burst;
        this.nanosEach = (double) within.toNanos() / burst;
    }

    /** A key's cells. */
    public record Cells(int first, int second) {}

    public Cells cells(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            var bytes = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
            return new Cells(bytes.getInt() & (CELLS - 1), bytes.getInt() & (CELLS - 1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * How long a key must wait until it may spend so much; empty when it may at once. Who wants
     * more than a whole budget may when theirs is whole, and pays for it afterwards.
     *
     * @param now of one clock that never goes back, in nanoseconds from 0
     */
    public synchronized Optional<Duration> wait(Cells key, long units, long now) {
        double most = burst - Math.min((double) units, burst);
        long owed = Math.max(0, wholeAt(key) - now);
        long nanos = (long) (owed - most * nanosEach);
        return nanos <= 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /** Spends, whether the key may or not. */
    public synchronized void spend(Cells key, long units, long now) {
        long whole = Math.max(wholeAt(key), now) + (long) (units * nanosEach);
        wholeAt[0][key.first] = Math.max(wholeAt[0][key.first], whole);
        wholeAt[1][key.second] = Math.max(wholeAt[1][key.second], whole);
    }

    /** Gives back what was spent in vain, up to the whole budget of a key. */
    public synchronized void giveBack(Cells key, long units) {
        long nanos = (long) (units * nanosEach);
        wholeAt[0][key.first] -= nanos;
        wholeAt[1][key.second] -= nanos;
    }

    /** Whether nothing was spent that has not come back. */
    public synchronized boolean isWhole(Cells key, long now) {
        return wholeAt(key) <= now;
    }

    private long wholeAt(Cells key) {
        return Math.min(wholeAt[0][key.first], wholeAt[1][key.second]);
    }
}
