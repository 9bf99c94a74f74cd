package exeat.desk.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether time may pass, when the clock jumps. */
class ClockJumpDetectorTest {

    private Instant instant = Instant.parse("2026-11-25T08:00:00Z");
    private long count;
    private final ClockJumpDetector watch =
            new ClockJumpDetector(
                    () -> instant, () -> count, Duration.ofMinutes(10), Duration.ofHours(1));

    private boolean after(Duration counted, Duration clock) {
        count += counted.toNanos();
        instant = instant.plus(clock);
        return watch.look();
    }

    private boolean minute() {
        return after(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void a_clock_that_runs_lets_time_pass_also_when_it_is_slowly_set_right() {
        assertThat(watch.look()).isTrue();
        for (int n = 0; n < 500; n++) {
            assertThat(after(Duration.ofMinutes(1), Duration.ofSeconds(63))).isTrue();
        }
        assertThat(watch.jump()).isEmpty();
    }

    @Test
    void a_leap_stops_time_until_it_is_undone() {
        assertThat(watch.look()).isTrue();
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(30))).isFalse();
        assertThat(watch.jump()).contains(Duration.ofDays(30).minusMinutes(1));
        assertThat(minute()).isFalse();
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(-30))).isTrue();
        assertThat(watch.jump()).isEmpty();
    }

    @Test
    void a_leap_back_too() {
        assertThat(watch.look()).isTrue();
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(-3))).isFalse();
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(3))).isTrue();
    }

    @Test
    void a_jump_that_lasts_an_hour_is_believed() {
        assertThat(watch.look()).isTrue();
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(2))).isFalse();
        for (int n = 0; n < 59; n++) {
            assertThat(minute()).as("minute %d", n).isFalse();
        }
        assertThat(minute()).isTrue();
        assertThat(minute()).isTrue();
        assertThat(watch.jump()).isEmpty();
    }

    @Test
    void another_leap_begins_the_hour_anew() {
        assertThat(watch.look()).isTrue();
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(2))).isFalse();
        for (int n = 0; n < 59; n++) {
            minute();
        }
        assertThat(after(Duration.ofMinutes(1), Duration.ofDays(5))).isFalse();
        assertThat(after(Duration.ofMinutes(59), Duration.ofMinutes(59))).isFalse();
        assertThat(minute()).isTrue();
    }
}
