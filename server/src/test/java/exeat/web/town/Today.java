package exeat.web.town;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** Of the directive of 1963. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final long BEGUN = System.nanoTime();

    private Today() {}

    /** What the server under test takes for the time: begins at {@link #NOW}, and runs. */
    @Produces
    @Mock
    @Singleton
    public static InstantSource clock() {
        return () -> NOW.plus(Duration.ofNanos(System.nanoTime() - BEGUN));
    }

    /** The day that it is now, where the directive is carried out. */
    public static LocalDate day() {
        return LocalDate.ofInstant(clock().instant(), ZONE);
    }
}
