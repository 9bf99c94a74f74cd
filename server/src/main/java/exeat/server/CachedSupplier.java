package exeat.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A look at something that serves everybody who asks within a second of it: of several figures of
 * one thing a scrape asks for each by itself, and they are to be of one moment.
 */
final class CachedSupplier<T> {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private record Seen<T>(T what, long at) {}

    private final Supplier<T> look;
    private final LongSupplier nanos;

    /** Owned by {@link #get}. */
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
