package exeat.desk.clock;

import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sees when the machine's clock jumps, against one that only counts. What time alone makes due (a
 * file that goes up, a paper that ends) cannot be taken back, so that it waits until the jump is
 * undone, or has stood for an hour and so is taken for the truth. What people do goes on.
 */
public final class ClockJumpDetector {

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Duration most;
    private final Duration stands;

    /** What is trusted: this instant was at that count. Guarded by itself, as is what follows. */
    private Optional<Reading> trusted = Optional.empty();

    private Optional<Reading> suspect = Optional.empty();

    private record Reading(Instant instant, long count) {

        /** How far another reading is from where this one leads. */
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
     * Begins to watch at the first look.
     *
     * @param nanos counts nanoseconds, whatever anybody does to the clock
     * @param most by how much it may be off and is no jump
     * @param stands how long a jump is doubted
     */
    ClockJumpDetector(InstantSource clock, LongSupplier nanos, Duration most, Duration stands) {
        this.clock = clock;
        this.nanos = nanos;
        this.most = most;
        this.stands = stands;
    }

    /** Looks at both clocks, and says whether time may pass. To be asked about once a minute. */
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

    /** By how much the clock has jumped, while that is not taken for the truth. */
    public synchronized Optional<Duration> jump() {
        return suspect.map(seen -> trusted.orElseThrow().off(seen));
    }
}
