package exeat.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Caches a value for a second, so that several metrics of one scrape come from the same moment. */
final class CachedSupplier<T> {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private record Seen<T>(T what, long at) {}

    private final Supplier<T> look;
    private final LongSupplier nanos;

    /** Changed only by {@link #get}. */
    private Optional<Seen<T>> last = Optional.empty();

    CachedSupplier(Supplier<T> look) {
        this(look, System::nanoTime);
    }

    CachedSupplier(Supplier<T> look, LongSupplier nanos) {
        this.look = look;
        this.nanos = nanos;
    }

    synchronized T get() {
        long at = nanos.getAsLong();
        var seen =
                last.filter(before -> at - before.at() < FRESH)
                        .orElseGet(() -> new Seen<>(look.get(), at));
        last = Optional.of(seen);
        return seen.what();
    }
}
