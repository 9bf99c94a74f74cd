package exeat.desk.clock;

import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Detects jumps of the machine's clock by comparing it with a monotonic one. Work that becomes due
 * by time (a case that goes up, a paper that ends) cannot be undone, so it waits until the clock is
 * corrected or has kept the new time for an hour. People can continue to work.
 */
public final class ClockJumpDetector {

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Duration most;
    private final Duration stands;

    /**
     * The trusted reference: this instant was at that count. Guarded by itself, as are the fields
     * below.
     */
    private Optional<Reading> trusted = Optional.empty();

    private Optional<Reading> suspect = Optional.empty();

    private record Reading(Instant instant, long count) {

        /** How far another reading is from what this one predicts. */
        Duration off(Reading other) {
            var counted = Duration.ofNanos(other.count - count);
            return Duration.between(instant, other.instant).minus(counted);
        }

        boolean leadsTo(Reading other, Duration most) {
            return off(other).abs().compareTo(most) <= 0;
        }
    }

    public static ClockJumpDetector of(Infrastructure in) {
        return new ClockJumpDetector(
                in.clock(),
                System::nanoTime,
                in.config().time(Settings.CLOCK_JUMP),
                in.config().time(Settings.CLOCK_STANDS));
    }

    /**
     * Starts watching at the first call.
     *
     * @param nanos a monotonic source of nanoseconds
     * @param most the largest deviation that is not a jump
     * @param stands how long a jump is distrusted
     */
    ClockJumpDetector(InstantSource clock, LongSupplier nanos, Duration most, Duration stands) {
        this.clock = clock;
        this.nanos = nanos;
        this.most = most;
        this.stands = stands;
    }

    /**
     * Work of the clock's that somebody else begins: it waits like the rest while it has jumped.
     */
    public Runnable guarded(Runnable work) {
        return () -> {
            if (look()) {
                work.run();
            }
        };
    }

    /**
     * Compares both clocks and returns whether due work may be done. To be called at least once a
     * minute.
     */
    public synchronized boolean look() {
        var now = new Reading(clock.instant(), nanos.getAsLong());
        if (trusted.filter(before -> !before.leadsTo(now, most)).isEmpty()) {
            trusted = Optional.of(now);
            suspect = Optional.empty();
            return true;
        }
        if (suspect.filter(since -> since.leadsTo(now, most)).isEmpty()) {
            suspect = Optional.of(now);
        }
        var stood = Duration.ofNanos(now.count() - suspect.orElseThrow().count());
        if (stood.compareTo(stands) < 0) {
            return false;
        }
        trusted = Optional.of(now);
        suspect = Optional.empty();
        return true;
    }

    /** How far the clock has jumped, while the jump is distrusted. */
    public synchronized Optional<Duration> jump() {
        return suspect.map(seen -> trusted.orElseThrow().off(seen));
    }
}
