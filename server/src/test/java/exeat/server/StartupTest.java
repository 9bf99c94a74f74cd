package exeat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StartupTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void the_office_looks_at_the_clock_when_a_day_begins_whenever_it_was_started() {
        var evening = Instant.parse("2026-12-01T15:59:40Z");
        var midnight = Instant.parse("2026-12-01T16:00:00Z");

        assertThat(evening.plus(Startup.pause(evening, MINUTE))).isEqualTo(midnight);
        assertThat(Startup.pause(midnight, MINUTE)).isEqualTo(MINUTE);
        assertThat(Startup.pause(midnight, Duration.ofMinutes(10)))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(Startup.pause(midnight, Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(15));
    }
}
