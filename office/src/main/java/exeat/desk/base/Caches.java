package exeat.desk.base;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Bounded caches, all configured alike. The writing thread evicts, so the bound holds after each
 * call and no extra thread runs. The library evicts by frequency and recency, which can hit the
 * newest entry. So a caller must still be correct, if slower, when an entry that it just wrote is
 * gone.
 */
public final class Caches {

    private Caches() {}

    /**
     * A cache of entries that stay true for as long as they are kept.
     *
     * @param max entries at a time
     */
    public static Caffeine<Object, Object> bounded(int max) {
        return Caffeine.newBuilder().maximumSize(max).executor(Runnable::run);
    }

    /**
     * A cache of entries that are dropped some time after they were written.
     *
     * @param max entries at a time
     */
    public static Caffeine<Object, Object> bounded(int max, Duration kept, InstantSource clock) {
        return bounded(max).expireAfterWrite(kept).ticker(ticker(clock));
    }

    /** Nanoseconds since 1970, which fit until 2262. */
    private static Ticker ticker(InstantSource clock) {
        return () -> {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        };
    }
}
