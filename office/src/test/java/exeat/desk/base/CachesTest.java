package exeat.desk.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachesTest {

    private final List<String> made = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    private String get(Cache<String, String> kept, String key) {
        return kept.get(
                key,
                _ -> {
                    made.add(key);
                    return "of " + key;
                });
    }

    @Test
    void cached_values_are_made_once_and_dropped_ones_made_again() {
        Cache<String, String> kept = Caches.bounded(2).build();
        assertThat(get(kept, "a")).isEqualTo("of a");
        assertThat(get(kept, "a")).isEqualTo("of a");
        assertThat(made).containsExactly("a");
        kept.invalidate("a");
        assertThat(get(kept, "a")).isEqualTo("of a");
        assertThat(made).containsExactly("a", "a");
    }

    @Test
    void the_bound_holds_after_each_call() {
        Cache<String, String> kept = Caches.bounded(2).build();
        for (int at = 0; at < 100; at++) {
            get(kept, "key " + at);
            assertThat(kept.asMap()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(made).hasSize(100);
    }

    @Test
    void an_entry_is_dropped_when_its_time_is_over_by_the_clock_that_was_given() {
        Cache<String, String> kept = Caches.bounded(2, Duration.ofMinutes(10), () -> now).build();
        get(kept, "a");
        now = now.plus(Duration.ofMinutes(10)).minusNanos(1);
        get(kept, "a");
        assertThat(made).containsExactly("a");
        now = now.plusNanos(1);
        get(kept, "a");
        assertThat(made).containsExactly("a", "a");
    }
}
