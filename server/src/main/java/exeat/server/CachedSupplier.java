package exeat.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Supplier;

/** Caches a value for a second, so that several metrics of one scrape come from the same moment. */
final class CachedSupplier<T> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private enum Only {
        KEY
    }

    private final LoadingCache<Only, T> last;

    CachedSupplier(Supplier<T> look) {
        this(look, Ticker.systemTicker());
    }

    CachedSupplier(Supplier<T> look, Ticker nanos) {
        last = Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(nanos).build(_ -> look.get());
    }

    T get() {
        return last.get(Only.KEY);
    }
}
