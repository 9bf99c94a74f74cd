package exeat.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The day on which the tests are run: what {@code exeat.now} says, else the first of a month. Tests
 * about days are tagged {@code day}: {@code ./exeat test --days} runs them on other days too.
 */
public final class Today {

    public static final Instant NOW =
            Instant.parse(
                    Objects.requireNonNull(
                            System.getProperty("exeat.now", "2026-12-01T02:00:00Z")));

    private static final long BEGUN = System.nanoTime();

    private Today() {}

    /** Begins at {@link #NOW} when the tests begin, and runs. */
    public static InstantSource clock() {
        return () -> NOW.plus(Duration.ofNanos(System.nanoTime() - BEGUN));
    }
}
